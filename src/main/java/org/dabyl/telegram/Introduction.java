package org.dabyl.telegram;

import java.util.Map;
import org.dabyl.delivery.BotReady;
import org.dabyl.telegram.Standing.State;
import org.springframework.context.ApplicationEventPublisher;

/** Asks Telegram who a bot is, for ever until it answers: the program starts without it. */
final class Introduction {

    private final Bot bot;
    private final ApplicationEventPublisher events;
    private final Patience patience;
    private final Backoff backoff;
    private boolean told;

    Introduction(Bot bot, ApplicationEventPublisher events, Patience patience) {
        this.bot = bot;
        this.events = events;
        this.patience = patience;
        this.backoff = patience.backoff();
    }

    /** Returns once the bot is known and everyone who waits for it has been told. */
    void introduce() throws InterruptedException {
        while (!told) {
            Answer answer = bot.calls().call("getMe", Map.of());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            String username = answer.result().path("username").asText("");
            if (answer.ok() && !username.isEmpty()) {
                bot.standing().introduced(username);
                bot.standing().become(State.READY);
                events.publishEvent(new BotReady(bot.id(), username));
                told = true;
            } else if (answer.revoked()) {
                bot.standing().become(State.REVOKED);
                Thread.sleep(patience.revoked());
            } else if (answer.code() == 429) {
                Thread.sleep(answer.retryAfter());
            } else {
                bot.standing().become(State.UNREACHABLE);
                Thread.sleep(backoff.next());
            }
        }
    }
}
