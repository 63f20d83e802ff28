package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import org.dabyl.delivery.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forbidden: bot was blocked by the user",
                "FORBIDDEN: Bot was BLOCKED by the user",
                "Forbidden: user is deactivated",
                "Forbidden: bot can't initiate conversation with a user",
                "Forbidden: bot can’t initiate conversation with a user"
            })
    void whoBlocksOrIsNoMoreIsGone(String words) {
        assertThat(person(403, words)).isEqualTo(new Outcome.Gone());
    }

    @ParameterizedTest
    @CsvSource({
        "400,Bad Request: chat not found",
        "400,Bad Request: not enough rights to send text messages to the chat",
        "400,Bad Request: have no rights to send a message",
        "400,Bad Request: CHAT_WRITE_FORBIDDEN",
        "403,Forbidden: bot was kicked from the group chat",
        "403,Forbidden: bot is not a member of the channel chat",
        "403,Forbidden: bots can't send messages to bots",
        "403,Access denied",
    })
    void nothingElseUnsubscribesAPerson(int code, String words) {
        assertThat(person(code, words)).isEqualTo(new Outcome.Unreachable(words));
    }

    @Test
    void ofWhatTelegramQuotesAndOfNumbersNothingIsLogged() {
        assertThat(person(400, "Bad Request: no user 7123456789: entity \"run to the well\" is odd"))
                .isEqualTo(new Outcome.Declined("Bad Request: no user …: entity …"));
        assertThat(person(403, "Forbidden: 7123456789")).isEqualTo(new Outcome.Unreachable("Forbidden: …"));
    }

    @ParameterizedTest
    @CsvSource({
        "403,Forbidden: bot was kicked from the group chat",
        "403,Forbidden: Bot was kicked from the channel chat",
        "403,Forbidden: bot is not a member of the supergroup chat",
        "403,Forbidden: the group chat was deleted",
        "403,Forbidden: not enough rights",
        "400,Bad Request: chat not found",
        "400,Bad Request: not enough rights to send text messages to the chat",
        "400,Bad Request: have no rights to send a message",
        "400,Bad Request: need administrator rights in the channel chat",
        "400,Bad Request: CHAT_WRITE_FORBIDDEN",
        "400,Bad Request: group chat was upgraded to a supergroup chat",
    })
    void aGroupThatIsClosedToTheBotIsGone(int code, String words) {
        assertThat(group(code, words)).isEqualTo(new Outcome.Gone());
    }

    @Test
    void aGroupIsNotLetGoOfForAnAnswerThatNobodyKnows() {
        assertThat(group(403, "Access denied")).isEqualTo(new Outcome.Unreachable("Access denied"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message text is empty", "can't parse entities: x", "Message is too long"})
    void aWrongTextIsWrongForEverybody(String words) {
        assertThat(person(400, "Bad Request: " + words)).isEqualTo(new Outcome.Refused("Bad Request: " + words));
    }

    @ParameterizedTest
    @CsvSource({"400,Bad Request: PEER_ID_INVALID", "402,Payment Required", "413,Request Entity Too Large", "499,odd"})
    void anythingElseIsRefusedToThatOne(int code, String words) {
        assertThat(person(code, words)).isEqualTo(new Outcome.Declined(words));
        assertThat(group(code, words)).isEqualTo(new Outcome.Declined(words));
    }

    @ParameterizedTest
    @CsvSource({
        "408,Request Timeout",
        "420,FLOOD_WAIT_2",
        "425,Too Early",
        "404,Not Found",
        "409,Conflict",
        "500,x",
        "520,x"
    })
    void whatPassesIsTriedAgain(int code, String words) {
        assertThat(person(code, words)).isEqualTo(new Outcome.Unknown());
        assertThat(group(code, words)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void aRefusalWithoutWordsHasSome() {
        assertThat(person(400, " ")).isEqualTo(new Outcome.Declined("refused without a reason"));
    }

    private static Outcome person(int code, String words) {
        return verdict(code, words, true);
    }

    private static Outcome group(int code, String words) {
        return verdict(code, words, false);
    }

    private static Outcome verdict(int code, String words, boolean person) {
        return Verdict.of(new Answer(code, MissingNode.getInstance(), words, Duration.ofSeconds(1), 0), person);
    }
}
