package org.dabyl.rehearsal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The phones on the page, in the order they came: a resident's and an organiser's from the start. */
final class Phones {
    static final long RESIDENT = 7_000_001;
    static final long ORGANISER = 7_000_002;
    private static final int MOST = 12;
    private static final Map<String, List<String>> NAMES = Map.of(
            "kk", List.of("Нұрлан", "Гүлнар", "Дәурен", "Сәуле"),
            "ru", List.of("Тимур", "Ольга", "Марат", "Светлана"),
            "en", List.of("Alice", "Daniel", "Maya", "Tom"));

    private final SimulatedTelegram telegram;
    private final Map<Long, Phone> phones = new ConcurrentSkipListMap<>();

    Phones(SimulatedTelegram telegram, boolean twoFromTheStart) {
        this.telegram = telegram;
        if (twoFromTheStart) {
            put(new Person(RESIDENT, "Айгүл", "kk", Chat.MEMORY), "resident");
            put(new Person(ORGANISER, "Ерлан", "ru", Chat.MEMORY), "organiser");
        }
    }

    /** Makes the persons known again after everything was forgotten. */
    void restore() {
        phones.values().forEach(phone -> telegram.add(phone.person));
    }

    /** Adds a phone in this language; refuses when the page is full. */
    synchronized Phone add(String language) {
        if (phones.size() >= MOST) {
            throw new IllegalStateException("No room for another phone");
        }
        List<String> names = NAMES.getOrDefault(language, List.of("Алия"));
        long id = RESIDENT + phones.size();
        return put(new Person(id, names.get(phones.size() % names.size()), language, Chat.MEMORY), "further");
    }

    Collection<Phone> all() {
        return phones.values();
    }

    Optional<Phone> find(long id) {
        return Optional.ofNullable(phones.get(id));
    }

    Phone get(long id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("No such phone"));
    }

    Account bot(Phone phone) {
        return telegram.bot(phone.bot());
    }

    @Nullable Chat chat(Phone phone) {
        return bot(phone).chats.get(phone.person.id);
    }

    private Phone put(Person person, String role) {
        telegram.add(person);
        Phone phone = new Phone(person, role, telegram.bot(null).username);
        phones.put(person.id, phone);
        return phone;
    }
}
