package org.dabyl;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.dabyl.organiser.OwnerLink;
import org.dabyl.rehearsal.OnlyInRehearsal;
import org.dabyl.rehearsal.RehearsalSettings;
import org.dabyl.store.EmbeddedRedis;
import org.dabyl.telegram.Connection;
import org.dabyl.telegram.Token;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Points the bot at the simulated Telegram that this very program serves; the bot itself runs unchanged. */
@Configuration(proxyBeanMethods = false)
@OnlyInRehearsal
class RehearsalWiring {

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalWiring.class);

    @Bean
    Connection rehearsalConnection(RehearsalSettings settings, Environment environment) {
        List<Token> tokens =
                settings.knownBots().stream().map(bot -> new Token(bot.token())).toList();
        return new Connection(tokens, () -> here(environment));
    }

    @Bean
    org.dabyl.rehearsal.OwnerLink rehearsalOwnerLink(OwnerLink link) {
        return link::current;
    }

    /** The simulated Telegram forgets its people when it ends, so the bot must not remember them either. */
    @Bean
    InitializingBean rehearsalFromNothing(Optional<EmbeddedRedis> own, StringRedisTemplate redis) {
        return () -> {
            if (own.isPresent()) {
                redis.execute((RedisCallback<@Nullable Void>) connection -> {
                    connection.serverCommands().flushAll();
                    return null;
                });
            }
        };
    }

    @EventListener
    void say(WebServerInitializedEvent started) {
        LOG.info(
                "No bot token is set: this is the rehearsal, nothing leaves this computer. Open http://localhost:{}",
                started.getWebServer().getPort());
    }

    private static URI here(Environment environment) {
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            throw new IllegalStateException("the web server has not started");
        }
        return URI.create("http://127.0.0.1:" + port);
    }
}
