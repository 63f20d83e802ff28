package org.dabyl.telegram;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.ChatMoved;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Messenger;
import org.dabyl.delivery.Outcome;
import org.dabyl.delivery.Picture;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.SealBroken;
import org.dabyl.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/** Sends through the Bot API; the only place where a sealed id is opened, right before the call. */
@Component
class TelegramMessenger implements Messenger {

    private static final int LONGEST_TOAST = 200;

    private final TelegramFleet fleet;
    private final Vault vault;
    private final boolean protect;
    private final Letters letters;
    private final ApplicationEventPublisher events;

    TelegramMessenger(TelegramFleet fleet, Vault vault, TelegramSettings settings, ApplicationEventPublisher events) {
        this.events = events;
        this.fleet = fleet;
        this.vault = vault;
        this.protect = settings.protectContent();
        this.letters = new Letters(protect);
    }

    @Override
    public Outcome send(Address to, Message message) {
        return deliver(to, message, (api, chat) -> api.call("sendMessage", letters.to(chat, message, false)));
    }

    @Override
    public Outcome photo(Address to, String file, String caption) {
        return deliver(to, true, (api, chat) -> api.call("sendPhoto", Requests.photo(chat, file, caption, protect)));
    }

    @Override
    public Outcome sendPaid(Address to, Message message) {
        return deliver(to, message, (api, chat) -> api.call("sendMessage", letters.to(chat, message, true)));
    }

    @Override
    public Outcome send(Address to, Picture picture) {
        if (picture.caption().length() > Picture.LONGEST_CAPTION) {
            return new Outcome.Refused("the caption is longer than " + Picture.LONGEST_CAPTION + " characters");
        }
        return deliver(to, true, (api, chat) -> api.call("sendPhoto", Requests.photo(chat, picture, protect)));
    }

    @Override
    public Outcome edit(Address to, long messageId, Message message) {
        if (messageId <= 0 || messageId > Integer.MAX_VALUE) {
            return new Outcome.Missed();
        }
        return deliver(to, message, (api, chat) -> api.call(Requests.edit(chat, (int) messageId, message)));
    }

    @Override
    public Outcome delete(Address to, List<Long> messageIds) {
        // what stood in a group before it became a supergroup stays there: by these numbers others are known now
        return deliver(
                to,
                false,
                (api, chat) -> api.call("deleteMessages", Map.of("chat_id", chat.value(), "message_ids", messageIds)));
    }

    @Override
    public Outcome toast(BotId bot, String pressId, String text) {
        if (text.length() > LONGEST_TOAST) {
            return new Outcome.Refused("a toast is longer than " + LONGEST_TOAST + " characters");
        }
        Bot known = fleet.find(bot);
        if (known == null) {
            return new Outcome.Revoked();
        }
        AnswerCallbackQuery toast = AnswerCallbackQuery.builder()
                .callbackQueryId(pressId)
                .text(text.isEmpty() ? null : text)
                .build();
        return Verdict.of(known.calls().call(toast), true);
    }

    @Override
    public boolean group(Address to) {
        try {
            return !person(vault.open(to.chat()));
        } catch (SealBroken e) {
            // sending says so
            return false;
        }
    }

    private Outcome deliver(Address to, Message message, BiFunction<Api, ChatId, Answer> call) {
        if (message.text().length() > Message.LONGEST) {
            return new Outcome.Refused("the text is longer than " + Message.LONGEST + " characters");
        }
        return deliver(to, true, call);
    }

    /** {@code follow} also to the supergroup that a group has become. */
    private Outcome deliver(Address to, boolean follow, BiFunction<Api, ChatId, Answer> call) {
        try {
            return deliver(to, vault.open(to.chat()), follow, call);
        } catch (SealBroken e) {
            // not Gone: with a wrong keyset that would unsubscribe everybody
            return new Outcome.Declined("a sealed id does not open: is this the right keyset?");
        }
    }

    private Outcome deliver(Address to, ChatId chat, boolean follow, BiFunction<Api, ChatId, Answer> call) {
        Bot bot = fleet.find(to.bot());
        if (bot == null) {
            return new Outcome.Revoked();
        }
        Answer answer = call.apply(bot.calls(), chat);
        if (answer.movedTo() == 0) {
            return Verdict.of(answer, person(chat));
        }
        ChatId moved = new ChatId(answer.movedTo());
        events.publishEvent(new ChatMoved(to, vault.seal(moved)));
        if (!follow) {
            return Verdict.of(answer, person(chat));
        }
        return Verdict.of(call.apply(bot.calls(), moved), person(moved));
    }

    /** Groups and channels have negative ids. */
    private static boolean person(ChatId chat) {
        return chat.value() > 0;
    }
}
