package org.dabyl.delivery;

/**
 * How far a dispatch has come; recipients = waiting + leased + retrying + delivered + gone + failed + withdrawn.
 *
 * @param recipients people it was launched for
 * @param waiting not yet tried
 * @param leased being sent now
 * @param retrying tried, to be tried again
 * @param delivered accepted by Telegram: sent, which is not read
 * @param gone blocked, deactivated or left
 * @param failed given up, refused, out of reach, or stopped because the text was refused
 * @param withdrawn taken back before it was sent
 */
public record Progress(
        long recipients,
        long waiting,
        long leased,
        long retrying,
        long delivered,
        long gone,
        long failed,
        long withdrawn) {

    public static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0, 0);

    /** Whether nobody is left to be sent to. */
    public boolean ended() {
        return waiting + leased + retrying == 0;
    }

    /** Whether everyone is accounted for. */
    public boolean balanced() {
        return recipients == waiting + leased + retrying + delivered + gone + failed + withdrawn;
    }

    /** Both together, e.g. two bots of the fleet. */
    public Progress plus(Progress other) {
        return new Progress(
                recipients + other.recipients,
                waiting + other.waiting,
                leased + other.leased,
                retrying + other.retrying,
                delivered + other.delivered,
                gone + other.gone,
                failed + other.failed,
                withdrawn + other.withdrawn);
    }
}
