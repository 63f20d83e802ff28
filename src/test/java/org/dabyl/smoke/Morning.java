package org.dabyl.smoke;

/** A morning with something of everything that people and organisers do. */
final class Morning {

    private Morning() {}

    static void in(Town town) {
        Phone aigul = town.supporter("en", "karasu");
        Phone sergey = town.supporter("en", "karasu");
        Phone organiser = town.organiser("en", "karasu");
        settle(aigul);
        Square channel = Square.channel(town, organiser);
        organiser.waitFor("which district").presses("Karasu").waitFor("now gets the alerts");

        sergey.writes("/report bulldozers at the school").waitFor("Where exactly");
        organiser.writes("/alert karasu bulldozers at the school").waitFor("bulldozers at the school");
        organiser.presses("Send");
        aigul.waitFor("bulldozers at the school").presses("10 min").waitFor("coming");
        sergey.waitFor("bulldozers at the school").presses("Can’t").waitFor("can’t");
        channel.shows("bulldozers");
        aigul.writes("I bring a rope").waitFor("organisers");
        aigul.writes("/here").waitFor("here");
        organiser.writes("/update to the back gate").waitFor("News on its way");
        aigul.waitFor("to the back gate");
        organiser.writes("/board").waitFor("There: 1");
        organiser.writes("/standdown they have left").waitFor("over");
        aigul.waitFor("they have left");
        sergey.waitFor("they have left");
        channel.shows("they have left");
        sergey.writes("/leave").waitFor("erased");
        aigul.writes("/status").waitFor("You are registered");
    }

    private static void settle(Phone person) {
        person.writes("/watch Sat 22-6").waitFor("Sat 22:00–06:00");
        person.writes("/quiet 22-7").waitFor("22:00");
        person.writes("/mute 8h").waitFor("Calls are off");
        person.writes("/mute off").waitFor("Calls are on again");
        person.writes("/status").waitFor("You are registered").presses("30").waitFor("30 min");
    }
}
