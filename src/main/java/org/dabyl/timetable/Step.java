package org.dabyl.timetable;

/** What is done when something is due. May run twice after a crash, so running it again must do no harm. */
public interface Step {

    /** Its name in the timetable; without {@code |}. */
    String kind();

    /** Does it for one subject; an exception has it tried again later. */
    void run(String subject);
}
