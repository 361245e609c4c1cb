package org.vigie.intake.photo;

import java.util.UUID;
import org.vigie.access.Refusal;

/** The rules that a photo can break. */
final class PhotoRefusals {

    static final int MOST_MEGABYTES = 15;
    static final int MOST_MEGAPIXELS = 40;

    private PhotoRefusals() {}

    static Refusal tooLarge() {
        return new Refusal(Refusal.Kind.TOO_LARGE, "photo-too-large", MOST_MEGABYTES);
    }

    static Refusal tooManyPixels(long width, long height) {
        return Refusal.invalid("photo-too-many-pixels", width, height, MOST_MEGAPIXELS);
    }

    static Refusal damaged() {
        return Refusal.invalid("photo-damaged");
    }

    static Refusal notAnImage() {
        return new Refusal(Refusal.Kind.UNSUPPORTED_MEDIA, "photo-type-unknown");
    }

    static Refusal heic() {
        return new Refusal(Refusal.Kind.UNSUPPORTED_MEDIA, "photo-heic");
    }

    static Refusal otherBytes() {
        return new Refusal(Refusal.Kind.CONFLICT, "photo-id-reused");
    }

    static Refusal busy() {
        return new Refusal(Refusal.Kind.TOO_MANY, "photos-busy", 1);
    }

    static Refusal unknown(UUID photoId) {
        return Refusal.invalid("photo-unknown", photoId);
    }

    static Refusal attachedElsewhere(UUID photoId) {
        return new Refusal(Refusal.Kind.CONFLICT, "photo-attached-elsewhere", photoId);
    }
}
