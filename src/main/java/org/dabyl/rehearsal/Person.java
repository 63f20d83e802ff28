package org.dabyl.rehearsal;

/** A person with a phone: an id, a first name, and the language of their Telegram. */
final class Person {
    final long id;
    final String firstName;

    /** How many messages of a chat with this person are kept; a crowd of thousands keeps few. */
    final int memory;

    private volatile String language;
    private volatile boolean deactivated;

    Person(long id, String firstName, String language, int memory) {
        this.id = id;
        this.firstName = firstName;
        this.language = language;
        this.memory = memory;
    }

    String language() {
        return language;
    }

    void speak(String newLanguage) {
        language = newLanguage;
    }

    boolean isDeactivated() {
        return deactivated;
    }

    void deactivate() {
        deactivated = true;
    }

    @Override
    public String toString() {
        return "Person";
    }
}
