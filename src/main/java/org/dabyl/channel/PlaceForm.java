package org.dabyl.channel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;

/**
 * How a channel or group is written in Redis: {@code channel|<sealed title>|shanyrak-1|kk,ru|<sealed organiser>}; the title is sealed
 * for where it is kept. What was bound before its organiser was kept ends with the languages.
 */
record PlaceForm(Vault vault) {

    String write(Binding binding, String sealedFor) {
        String languages = binding.languages().stream().map(Language::tag).collect(Collectors.joining(","));
        String form = String.join(
                "|", write(binding.place(), sealedFor), binding.district().value(), languages);
        return binding.by().map(by -> form + "|" + by.value()).orElse(form);
    }

    String write(Place place, String sealedFor) {
        return (place.channel() ? "channel" : "group") + "|" + vault.seal(place.title(), sealedFor);
    }

    Binding binding(Address address, String form, String sealedFor) {
        String[] fields = form.split("\\|", -1);
        List<Language> languages =
                Arrays.stream(fields[3].split(",")).map(Language::of).toList();
        Optional<SealedId> by = fields.length > 4 ? Optional.of(new SealedId(fields[4])) : Optional.empty();
        return new Binding(place(address, form, sealedFor), new DistrictCode(fields[2]), languages, by);
    }

    Place place(Address address, String form, String sealedFor) {
        String[] fields = form.split("\\|", -1);
        return new Place(address, fields[0].equals("channel"), vault.open(fields[1], sealedFor));
    }
}
