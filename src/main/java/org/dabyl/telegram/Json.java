package org.dabyl.telegram;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;

/** The two ways in which JSON is read: the whole of an answer with no limits, one update with the usual ones. */
final class Json {

    /**
     * Reads answers however deep and long they are: one monstrous update must not make its whole batch unreadable for ever. Trees
     * are read without recursion, so depth costs memory only.
     */
    static final ObjectMapper ANSWERS = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    /** Reads single updates and writes requests; refuses what is nested deeper than 1,000. */
    static final ObjectMapper UPDATES = JsonMapper.builder()
            .addMixIn(PartialBotApiMethod.class, Nameless.class)
            .build();

    /** A request without its name, which the address says already. */
    @SuppressWarnings("UnusedMethod") // read by Jackson
    private abstract static class Nameless {
        @JsonIgnore
        abstract String getMethod();
    }

    private Json() {}
}
