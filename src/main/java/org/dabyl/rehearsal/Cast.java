package org.dabyl.rehearsal;

/** The people of the morning who have a name; every one of them is invented. The first two have their phones on the page. */
record Cast(Actor aigul, Actor yerlan, Actor gulnar, Actor dauren, Actor saule, Actor timur, Actor marat, Actor olga) {
    private static final long FIRST = 7_100_001;

    static Cast of(Phones phones, SimulatedTelegram telegram) {
        return new Cast(
                onPage(phones, telegram, Phones.RESIDENT),
                onPage(phones, telegram, Phones.ORGANISER),
                person(telegram, 0, "Гүлнар", "kk"),
                person(telegram, 1, "Дәурен", "kk"),
                person(telegram, 2, "Сәуле", "kk"),
                person(telegram, 3, "Тимур", "ru"),
                person(telegram, 4, "Марат", "ru"),
                person(telegram, 5, "Ольга", "ru"));
    }

    /** Everyone but the organiser opens the join link of where they live. */
    void register() {
        join(aigul, Guide.DISTRICT);
        join(gulnar, Guide.DISTRICT);
        join(dauren, Guide.DISTRICT);
        join(saule, "shanyrak-2");
        join(timur, "ulzhan");
        join(marat, "karasu");
        join(olga, "medeu");
    }

    private static void join(Actor actor, String code) {
        actor.writes("/start d_" + code);
    }

    private static Actor onPage(Phones phones, SimulatedTelegram telegram, long id) {
        Phone phone = phones.get(id);
        return new Actor(telegram.people(), phone.person, () -> phones.bot(phone));
    }

    private static Actor person(SimulatedTelegram telegram, int number, String name, String language) {
        Person person = new Person(FIRST + number, name, language, Chat.MEMORY);
        telegram.add(person);
        return new Actor(telegram.people(), person, () -> telegram.bot(null));
    }
}
