package org.dabyl.rehearsal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers calls with a JSON body ahead of Spring MVC, which costs more than most of the calls. What takes long or is no JSON is left
 * to the {@link BotApiController}.
 */
@OnlyInRehearsal
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BotApiFilter implements Filter {

    /** The request's attribute for an answer that was begun here and comes later. */
    static final String BEGUN = BotApiFilter.class.getName();

    /** Escapes what is not ASCII, as Telegram does. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final Pattern CALL = Pattern.compile("/bot([^/]+)/([A-Za-z]+)");
    private final SimulatedTelegram telegram;

    BotApiFilter(SimulatedTelegram telegram) {
        this.telegram = telegram;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher call = CALL.matcher(((HttpServletRequest) request).getRequestURI());
        if (!isJson(request) || !call.matches() || !answered(call, request, (HttpServletResponse) response)) {
            chain.doFilter(request, response);
        }
    }

    private static boolean isJson(ServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    private boolean answered(Matcher call, ServletRequest request, HttpServletResponse response) throws IOException {
        CompletableFuture<Answer> begun = begin(call, request);
        Answer answer = begun.getNow(null);
        if (answer == null || answer.dropped() || answer.body().isString()) {
            request.setAttribute(BEGUN, begun);
            return false;
        }
        byte[] body = JSON.writeValueAsBytes(answer.body());
        response.setStatus(answer.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        return true;
    }

    private CompletableFuture<Answer> begin(Matcher call, ServletRequest request) throws IOException {
        try {
            Parameters parameters = Parameters.of(request).with(JSON.readTree(request.getInputStream()));
            return telegram.call(UriUtils.decode(call.group(1), StandardCharsets.UTF_8), call.group(2), parameters);
        } catch (JacksonException e) {
            return CompletableFuture.completedFuture(Answer.NO_JSON);
        }
    }
}
