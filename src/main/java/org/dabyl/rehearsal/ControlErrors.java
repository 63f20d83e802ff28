package org.dabyl.rehearsal;

import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.JsonNode;

/** How the control API answers what cannot be done. */
@OnlyInRehearsal
@RestControllerAdvice(assignableTypes = {ControlController.class, GroupController.class})
class ControlErrors {

    @ExceptionHandler(NoSuchElementException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    JsonNode unknown(NoSuchElementException e) {
        return Shapes.object().put("error", e.getMessage());
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    JsonNode wrong(IllegalArgumentException e) {
        return Shapes.object().put("error", e.getMessage());
    }

    @ExceptionHandler({IllegalStateException.class, Refusal.class})
    @ResponseStatus(HttpStatus.CONFLICT)
    JsonNode impossible(RuntimeException e) {
        return Shapes.object().put("error", e.getMessage());
    }
}
