package org.dabyl.rehearsal;

/** A call that Telegram refuses: the status, its words, and the seconds to wait where there are any. */
final class Refusal extends RuntimeException {
    final int code;
    final int retryAfter;

    /** The chat that took the place of the one named; 0 for none. */
    final long movedTo;

    Refusal(int code, String description) {
        this(code, description, 0, 0);
    }

    private Refusal(int code, String description, int retryAfter, long movedTo) {
        super(description, null, false, false);
        this.code = code;
        this.retryAfter = retryAfter;
        this.movedTo = movedTo;
    }

    static Refusal badRequest(String what) {
        return new Refusal(400, "Bad Request: " + what);
    }

    static Refusal moved(long to) {
        return new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", 0, to);
    }

    static Refusal forbidden(String what) {
        return new Refusal(403, "Forbidden: " + what);
    }

    static Refusal tooMany(int seconds) {
        return new Refusal(429, "Too Many Requests: retry after " + seconds, seconds, 0);
    }
}
