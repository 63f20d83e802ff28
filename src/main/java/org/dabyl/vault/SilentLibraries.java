package org.dabyl.vault;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Keeps libraries from logging below INFO, whatever levels are set: there they print requests, commands and answers as they are, which
 * carry tokens, chat ids and what people wrote.
 */
final class SilentLibraries implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final String OURS = "org.dabyl.";

    /** Right after the log is set up, which forgets all filters. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
            log.addTurboFilter(new Filter());
        }
    }

    private static final class Filter extends TurboFilter {

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            boolean babble = level.toInt() < Level.INFO_INT && !logger.getName().startsWith(OURS);
            return babble ? FilterReply.DENY : FilterReply.NEUTRAL;
        }
    }
}
