package org.dabyl.telegram;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Holds where at least one bot token is set: the real bot, and nothing of the rehearsal. */
public final class TokenSet implements Condition {

    private static final int MOST_BOTS = 1000;

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }

    /** Whether at least one token is set; blank ones do not count. */
    public static boolean in(Environment environment) {
        if (StringUtils.hasText(environment.getProperty("dabyl.bot-token"))) {
            return true;
        }
        for (int i = 0; i < MOST_BOTS; i++) {
            String token = environment.getProperty("dabyl.bots[" + i + "].token");
            if (token == null) {
                return false;
            }
            if (StringUtils.hasText(token)) {
                return true;
            }
        }
        return false;
    }
}
