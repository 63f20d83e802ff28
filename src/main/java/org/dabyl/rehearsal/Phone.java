package org.dabyl.rehearsal;

/** A phone in the browser: whose it is, what it is called, and the bot whose chat is open on it. */
final class Phone {
    final Person person;
    private final String role;

    private volatile String bot;

    Phone(Person person, String role, String bot) {
        this.person = person;
        this.role = role;
        this.bot = bot;
    }

    /** The key of its name among the page's texts: resident, organiser or further. */
    public String role() {
        return role;
    }

    public long id() {
        return person.id;
    }

    public String name() {
        return person.firstName;
    }

    public String language() {
        return person.language();
    }

    String bot() {
        return bot;
    }

    void open(String username) {
        bot = username;
    }
}
