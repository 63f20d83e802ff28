package org.dabyl.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dabyl.conversation.Listener;
import org.dabyl.delivery.BotId;
import org.dabyl.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Conditional;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what Telegram brings, and says so only when it is stored: what is not answered by 200 comes again for 24 h. Behind the
 * {@link WebhookGuard}.
 */
@RestController
@Conditional(TokenSet.class)
@ConditionalOnProperty("dabyl.webhook.url")
final class WebhookController {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final Listener listener;
    private final Roads roads;
    private final RefusalDesk refusals;
    private final int most;

    WebhookController(
            StringRedisTemplate redis,
            Vault vault,
            Listener listener,
            Roads roads,
            RefusalDesk refusals,
            WebhookSettings settings) {
        this.redis = redis;
        this.vault = vault;
        this.listener = listener;
        this.roads = roads;
        this.refusals = refusals;
        this.most = Math.toIntExact(settings.bodyLimit().toBytes());
    }

    /** 200 where it is stored, turned away at the {@link Door} or can never be read, 413 where it is too large, 503 where Redis cannot store it now: who pressed is told, once. */
    @PostMapping(Webhook.PATH + "{bot}")
    ResponseEntity<Void> take(@PathVariable("bot") long number, HttpServletRequest request) throws IOException {
        BotId bot = new BotId(number);
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            LOG.warn("Bot {}: an update is larger than dabyl.webhook.body-limit", number);
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        Batch batch = read(body, new Door(new Hearing(vault, bot), listener, roads.of(bot)));
        try {
            store(bot, batch);
            return ResponseEntity.ok().build();
        } catch (DataAccessException e) {
            refusals.of(bot).refuse(batch);
            LOG.warn("Bot {}: an update could not be stored; Telegram brings it again", number);
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
    }

    private void store(BotId bot, Batch batch) {
        if (batch.setAside() > 0) {
            LOG.warn("Bot {}: an update could not be read and was set aside", bot.value());
        } else if (!batch.updates().isEmpty()) {
            new Intake(redis, vault, bot).store(batch);
        }
    }

    /** One update as a batch that confirms nothing: there is no offset to move. */
    private static Batch read(byte[] body, Door door) {
        try {
            var update = Json.ANSWERS.readTree(new String(body, StandardCharsets.UTF_8));
            Batch batch = Batch.read(Json.ANSWERS.createArrayNode().add(update), 0, door::admit);
            return new Batch(batch.updates(), 0, batch.setAside());
        } catch (JsonProcessingException e) {
            return new Batch(List.of(), 0, 1);
        }
    }
}
