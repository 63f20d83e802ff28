package org.dabyl.district;

/** Says which file of districts is refused, on which line and why, in one sentence for the operator. */
public final class WrongDistrictFile extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongDistrictFile(String sentence) {
        super(sentence);
    }
}
