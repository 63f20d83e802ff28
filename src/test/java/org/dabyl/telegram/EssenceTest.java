package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class EssenceTest {

    @Test
    void namesAreNotKept() {
        String person = """
                "id":42,"is_bot":false,"first_name":"Needle","last_name":"Needle","username":"needle","language_code":"kk"\
                """;
        String message = """
                {"update_id":1,"message":{"message_id":7,"date":1,"from":{%s},"chat":{"type":"private",%s},
                "text":"hi","entities":[{"type":"mention","user":{%s}}],"reply_to_message":{"text":"needle"},
                "contact":{"phone_number":"needle"},"author_signature":"Needle"}}""".formatted(person, person, person);

        assertThat(essence(message)).isEqualTo(tree("""
                {"message":{"message_id":7,"date":1,"text":"hi","chat":{"id":42,"type":"private"},
                "from":{"id":42,"is_bot":false,"language_code":"kk"}}}"""));
    }

    @Test
    void aPressDoesNotCarryTheMessageItWasMadeOn() {
        String press = """
                {"update_id":1,"callback_query":{"id":"9","from":{"id":42,"is_bot":false,"first_name":"Needle"},
                "message":{"message_id":7,"date":1,"chat":{"id":42,"type":"private"},"from":{"id":1,"username":"bot"},
                "text":"They are here","reply_markup":{"inline_keyboard":[[{"text":"10 min","callback_data":"a:1"}]]}},
                "chat_instance":"5","data":"a:1"}}""";

        assertThat(essence(press)).isEqualTo(tree("""
                {"callback_query":{"id":"9","data":"a:1","from":{"id":42,"is_bot":false},
                "message":{"message_id":7,"date":1,"chat":{"id":42,"type":"private"}}}}"""));
    }

    @Test
    void ofAPhotoTheLargestIsKept() {
        String photo =
                Updates.message(1, 42, "\"photo\":[{\"file_id\":\"s\",\"width\":9},{\"file_id\":\"l\",\"width\":90}]");

        assertThat(essence(photo).path("message").path("photo")).isEqualTo(tree("[{\"file_id\":\"l\"}]"));
    }

    @Test
    void ofWhomElseAMessageComesIsKeptAsAMark() {
        String forwarded =
                Updates.message(1, 42, "\"forward_origin\":{\"sender_user_name\":\"Needle\"},\"text\":\"hi\"");

        assertThat(essence(forwarded).path("message").path("forward_origin")).isEqualTo(tree("true"));
    }

    private static JsonNode essence(String update) {
        return tree(TestEssence.of(update));
    }

    private static JsonNode tree(String json) {
        try {
            return Json.ANSWERS.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
