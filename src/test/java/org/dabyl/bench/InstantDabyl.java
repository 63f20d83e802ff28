package org.dabyl.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dabyl.Dabyl;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Messenger;
import org.dabyl.delivery.Outcome;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** The program with phones that have an alert's card at once, without HTTP: what the outbox alone can do. */
final class InstantDabyl {

    private InstantDabyl() {}

    static void main(String[] arguments) {
        new SpringApplicationBuilder(Dabyl.class)
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean(BeanPostProcessor.class, Instantly::new))
                .run(arguments);
    }

    private static final class Instantly implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) throws BeansException {
            return bean instanceof Messenger messenger ? new Instant(messenger, new AtomicLong()) : bean;
        }
    }

    /** What is not a card goes the usual way. */
    private record Instant(Messenger messenger, AtomicLong messages) implements Messenger {

        @Override
        public Outcome send(Address to, Message message) {
            return message.keyboard() instanceof Keyboard.Inline inline && isCard(inline)
                    ? new Outcome.Delivered(messages.incrementAndGet())
                    : messenger.send(to, message);
        }

        @Override
        public Outcome edit(Address to, long messageId, Message message) {
            return messenger.edit(to, messageId, message);
        }

        @Override
        public Outcome toast(BotId bot, String pressId, String text) {
            return messenger.toast(bot, pressId, text);
        }

        private static boolean isCard(Keyboard.Inline inline) {
            List<org.dabyl.delivery.Button> row = inline.rows().getFirst();
            return String.valueOf(row.getFirst().data()).startsWith("a:");
        }
    }
}
