package org.dabyl;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.dabyl.telegram.TokenSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * With a token nothing is there but what the operator opened. Whatever else is asked for, and whatever goes wrong behind an open
 * door, is answered by a number and nothing: an error page would tell what this is.
 *
 * <p>In front of everything, so that what a library brings along, its pictures and scripts too, is not there either.
 */
@Component
@Conditional(TokenSet.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Doors extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    /** A setting, and what it opens. */
    private record Door(String setting, String path) {}

    private static final List<Door> ALL =
            List.of(new Door("dabyl.webhook.url", "/webhook/"), new Door("dabyl.room.url", "/room/"));

    private final List<String> open;

    Doors(Environment settings) {
        this.open = ALL.stream()
                .filter(door -> StringUtils.hasText(settings.getProperty(door.setting)))
                .map(Door::path)
                .toList();
    }

    /** Tomcat answers by itself what it takes for no request, on a page of its own. */
    @Bean
    @Conditional(TokenSet.class)
    static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> wordlessTomcat() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass("");
                Stream.of(host.getPipeline().getValves())
                        .filter(ErrorReportValve.class::isInstance)
                        .forEach(host.getPipeline()::removeValve);
            }
        });
    }

    /** What Tomcat refuses before it asks any filter comes here on its way to an error page. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            // its number stands already
            return;
        }
        // as it was sent: what is written in another way, e.g. with %2F, passes no door
        String path = request.getRequestURI();
        if (open.stream().noneMatch(path::startsWith)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            chain.doFilter(request, new Wordless(response));
        } catch (ServletException | RuntimeException e) {
            // neither the message nor the cause, which may quote what was sent
            LOG.error("A request failed: {}", e.getClass().getName());
            if (!response.isCommitted()) {
                response.reset();
                response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
    }

    /** Of an error, says its number alone. */
    private static final class Wordless extends HttpServletResponseWrapper {

        Wordless(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) {
            resetBuffer();
            setStatus(status);
        }

        @Override
        public void sendError(int status, String words) {
            sendError(status);
        }
    }
}
