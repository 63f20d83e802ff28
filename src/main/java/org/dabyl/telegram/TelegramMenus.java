package org.dabyl.telegram;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.BotReady;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.MenuTexts;
import org.dabyl.delivery.Menus;
import org.dabyl.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Sets menus and descriptions as soon as a bot is known, and the menus of single chats when asked.
 *
 * <table>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{bot}:menus</td><td>hash</td><td>request and language: digest of what Telegram was told</td><td>for ever</td></tr>
 * </table>
 */
@Component
class TelegramMenus implements Menus {

    private final MenuTexts texts;
    private final Vault vault;
    private final Map<BotId, MenuQueue> queues = new HashMap<>();
    private final List<Worker> workers = new ArrayList<>();

    TelegramMenus(TelegramFleet fleet, MenuTexts texts, Vault vault, StringRedisTemplate redis, Patience patience) {
        this.texts = texts;
        this.vault = vault;
        for (Bot bot : fleet.all()) {
            MenuQueue queue = new MenuQueue(bot, redis, patience);
            queues.put(bot.id(), queue);
            workers.add(Worker.start("telegram " + bot.id().value() + " menus", queue::step, patience.backoff()));
        }
    }

    @EventListener
    void on(BotReady ready) {
        MenuChange.forEveryone(texts).forEach(change -> add(ready.bot(), change));
    }

    @Override
    public void organiserMenu(Address to, Language language) {
        add(to.bot(), MenuChange.organiser(() -> vault.open(to.chat()), texts.organiser(language)));
    }

    @Override
    public void plainMenu(Address to) {
        add(to.bot(), MenuChange.plain(() -> vault.open(to.chat())));
    }

    private void add(BotId bot, MenuChange change) {
        MenuQueue queue = queues.get(bot);
        if (queue != null) {
            queue.add(change);
        }
    }

    @PreDestroy
    void stop() {
        workers.forEach(Worker::stop);
    }
}
