package org.dabyl.rehearsal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The Bot API over HTTP, at the addresses and in the ways of parameters that Telegram has; JSON comes by the {@link BotApiFilter}. */
@OnlyInRehearsal
@RestController
class BotApiController {
    /** Escapes what is not ASCII, as Telegram does. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final SimulatedTelegram telegram;

    BotApiController(SimulatedTelegram telegram) {
        this.telegram = telegram;
    }

    /** Answers at once where it can, for an asynchronous dispatch costs more than most calls; later for a long poll. */
    @RequestMapping(
            path = "/bot{token}/{method}",
            method = {RequestMethod.GET, RequestMethod.POST})
    Object call(
            @PathVariable String token,
            @PathVariable String method,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        CompletableFuture<ResponseEntity<byte[]>> answer =
                answer(token, method, request).thenApply(served -> entity(served, response));
        return answer.isDone() ? answer.join() : answer;
    }

    @SuppressWarnings("unchecked") // the attribute is the filter's own
    private CompletableFuture<Answer> answer(String token, String method, HttpServletRequest request)
            throws IOException {
        Object begun = request.getAttribute(BotApiFilter.BEGUN);
        return begun == null ? telegram.call(token, method, parameters(request)) : (CompletableFuture<Answer>) begun;
    }

    private static Parameters parameters(HttpServletRequest request) throws IOException {
        Parameters parameters = Parameters.of(request);
        if (request instanceof MultipartHttpServletRequest multipart) {
            for (MultipartFile file : multipart.getFileMap().values()) {
                parameters.with(file.getName(), file.getBytes());
            }
        }
        return parameters;
    }

    private static ResponseEntity<byte[]> entity(Answer answer, HttpServletResponse response) {
        boolean html = answer.body().isString();
        byte[] body = html
                ? answer.body().stringValue().getBytes(StandardCharsets.UTF_8)
                : JSON.writeValueAsBytes(answer.body());
        ResponseEntity.BodyBuilder entity = ResponseEntity.status(answer.status())
                .contentType(html ? MediaType.TEXT_HTML : MediaType.APPLICATION_JSON);
        if (answer.dropped()) {
            // a length that is never reached makes the server cut the connection in the middle of the answer
            response.setContentLength(body.length + 1_000_000);
            return entity.header("Connection", "close")
                    .contentLength(body.length + 1_000_000)
                    .body(new byte[0]);
        }
        return entity.body(body);
    }
}
