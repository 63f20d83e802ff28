package org.dabyl.telegram;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dabyl.delivery.BotId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody but Telegram come near the webhook: whoever does not know the secret finds nothing there. In front of everything
 * else, for Spring may read a body before any controller sees the request.
 */
@Component
@Conditional(TokenSet.class)
@ConditionalOnProperty("dabyl.webhook.url")
@Order(WebhookGuard.EARLY)
final class WebhookGuard extends OncePerRequestFilter {

    /** Right behind what lets nothing else in. */
    static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 1;

    static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    private final TelegramFleet fleet;
    private final Webhooks webhooks;

    WebhookGuard(TelegramFleet fleet, Webhooks webhooks) {
        this.fleet = fleet;
        this.webhooks = webhooks;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !path(request).startsWith(Webhook.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String secret = request.getHeader(SECRET);
        boolean known = false;
        for (Bot bot : fleet.all()) {
            known |= opens(bot.id(), path(request), secret);
        }
        if (known && request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean opens(BotId bot, String path, @Nullable String secret) {
        Webhook webhook = webhooks.find(bot);
        return webhook != null && webhook.opensWith(secret) && path.equals(Webhook.PATH + bot.value());
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
