package org.dabyl.delivery;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.dabyl.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The texts of the dispatches: sealed in Redis, opened once in each process. */
@Component
final class Texts {

    private static final int MOST_OPENED = 64;
    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Keyboard.class, Named.class).build();

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final Map<String, Message> opened = new LinkedHashMap<>(MOST_OPENED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Message> eldest) {
            return size() > MOST_OPENED;
        }
    };

    Texts(StringRedisTemplate redis, Vault vault) {
        this.redis = redis;
        this.vault = vault;
    }

    /** The texts as they are kept. */
    Map<Language, String> seal(BotId bot, Dispatch dispatch) {
        Map<Language, String> sealed = new EnumMap<>(Language.class);
        dispatch.texts()
                .forEach((language, message) -> sealed.put(
                        language, vault.seal(JSON.writeValueAsString(message), place(bot, dispatch.id(), language))));
        return sealed;
    }

    /**
     * The text in a language, or in Russian where there is none; empty where there is none either.
     *
     * @throws org.dabyl.vault.SealBroken where it was sealed with another keyset
     */
    Optional<Message> open(BotId bot, DispatchId dispatch, Language language) {
        String place = place(bot, dispatch, language);
        synchronized (opened) {
            Message known = opened.get(place);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Object sealed = redis.opsForHash().get(key(bot, dispatch), language.tag());
        if (sealed == null) {
            return language == Language.RU ? Optional.empty() : open(bot, dispatch, Language.RU);
        }
        Message message = JSON.readValue(vault.open((String) sealed, place), Message.class);
        synchronized (opened) {
            opened.put(place, message);
        }
        return Optional.of(message);
    }

    private static String key(BotId bot, DispatchId dispatch) {
        return bot.key("dispatch:" + dispatch.value() + ":texts");
    }

    private static String place(BotId bot, DispatchId dispatch, Language language) {
        return key(bot, dispatch) + ":" + language.tag();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    private interface Named {}
}
