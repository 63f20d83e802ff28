package org.dabyl.conversation;

import org.dabyl.delivery.BotId;
import org.dabyl.fleet.Lookout;
import org.dabyl.fleet.Rescue;
import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Looks after a bot that is out of service, again and again until it works: its people first, then the organisers are told. */
@Component
final class OutageStep implements Step {

    private final Lookout lookout;
    private final Rescue rescue;
    private final OutageNews news;

    OutageStep(Lookout lookout, Rescue rescue, OutageNews news) {
        this.lookout = lookout;
        this.rescue = rescue;
        this.news = news;
    }

    @Override
    public String kind() {
        return Lookout.STEP;
    }

    @Override
    public void run(String subject) {
        BotId bot = new BotId(Long.parseLong(subject));
        if (!lookout.out(bot)) {
            news.over(bot);
            return;
        }
        rescue.run(bot);
        news.tell(bot, rescue.stranded(bot));
        lookout.again(bot);
    }
}
