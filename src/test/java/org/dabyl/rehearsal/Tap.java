package org.dabyl.rehearsal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to what the bots ask of the simulated Telegram over HTTP, and to what it answers; polls and files are passed over. */
public final class Tap implements Filter, Ordered {

    /**
     * One call.
     *
     * @param wrong what the Bot API's contract says against it; empty for nothing
     * @param refusal Telegram's words where it refused
     */
    public record Call(String method, JsonNode body, String wrong, String refusal) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final Filter inner;
    private final Optional<Contract> contract = Contract.read();
    private final Consumer<Call> listener;

    private Tap(Filter inner, Consumer<Call> listener) {
        this.inner = inner;
        this.listener = listener;
    }

    /** Builds it into a program before it starts. */
    public static ApplicationContextInitializer<GenericApplicationContext> on(Consumer<Call> listener) {
        return program -> program.registerBean(BeanPostProcessor.class, () -> new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof BotApiFilter filter ? new Tap(filter, listener) : bean;
            }
        });
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String address = ((HttpServletRequest) request).getRequestURI();
        String method = address.substring(address.lastIndexOf('/') + 1);
        String type = String.valueOf(request.getContentType());
        if (!address.startsWith("/bot") || method.equals("getUpdates") || !type.startsWith("application/json")) {
            inner.doFilter(request, response, chain);
            return;
        }
        byte[] sent = request.getInputStream().readAllBytes();
        Copied copied = new Copied((HttpServletResponse) response);
        inner.doFilter(new Again((HttpServletRequest) request, sent), copied, chain);
        JsonNode body = JSON.readTree(sent);
        String refusal = copied.getStatus() == 200
                ? ""
                : JSON.readTree(copied.bytes.toByteArray()).path("description").asString("?");
        listener.accept(new Call(
                method, body, contract.map(api -> api.wrongCall(method, body)).orElse(""), refusal));
    }

    /** A request whose body was read and can be read again. */
    private static final class Again extends HttpServletRequestWrapper {
        private final ByteArrayInputStream bytes;

        Again(HttpServletRequest request, byte[] bytes) {
            super(request);
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int from, int most) {
                    return bytes.read(into, from, most);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }

    /** An answer that is kept while it goes out. */
    private static final class Copied extends HttpServletResponseWrapper {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Copied(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            ServletOutputStream out = super.getOutputStream();
            return new ServletOutputStream() {
                @Override
                public void write(int one) throws IOException {
                    bytes.write(one);
                    out.write(one);
                }

                @Override
                public void write(byte[] some, int from, int count) throws IOException {
                    bytes.write(some, from, count);
                    out.write(some, from, count);
                }

                @Override
                public boolean isReady() {
                    return out.isReady();
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    out.setWriteListener(listener);
                }
            };
        }
    }
}
