package org.dabyl.rehearsal;

import java.util.List;

/**
 * What the page shows of a morning.
 *
 * @param stage none, registering, playing or over
 * @param time the time of the day that is played, such as {@code 10:34}; empty before
 * @param speed how many times as fast it passes; 0 while it is halted
 * @param registered how many of the crowd have been answered, of {@code people} who are to register
 * @param district how many of the district's crowd a card reached, and so on outwards
 * @param there how many said that they are there
 * @param told how many of those whom a card reached heard of the end
 * @param home how many said that they are home
 */
public record MorningView(
        String stage,
        String time,
        int speed,
        List<Scene.Line> lines,
        int registered,
        int people,
        int reports,
        int district,
        int neighbours,
        int around,
        int city,
        long answered,
        int there,
        int told,
        int home,
        long blocked) {

    public int called() {
        return district + neighbours + around + city;
    }

    /** How many a card reached in this circle, by its name in small letters. */
    public int reached(String circle) {
        return switch (circle) {
            case "district" -> district;
            case "neighbours" -> neighbours;
            case "around" -> around;
            default -> city;
        };
    }

    public boolean idle() {
        return stage.equals("none") || stage.equals("over");
    }
}
