package org.dabyl.delivery;

/** A picture to a phone, as PNG, with a caption in plain text. */
public final class Picture {

    /** The most characters (UTF-16) that Telegram takes below a picture. */
    public static final int LONGEST_CAPTION = 1024;

    private final byte[] png;
    private final String caption;

    /** The bytes are taken over, not copied. */
    public Picture(byte[] png, String caption) {
        this.png = png;
        this.caption = caption;
    }

    /** The picture; not to be changed. */
    public byte[] png() {
        return png;
    }

    /** What stands below it; may be empty. */
    public String caption() {
        return caption;
    }
}
