package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Language;
import org.dabyl.district.District;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.springframework.stereotype.Component;

/** Districts as buttons, two a row; settlements before the districts around them, for that is where people live. */
@Component
final class DistrictButtons {

    private static final int PAGE = 16;

    private final Districts districts;

    DistrictButtons(Districts districts) {
        this.districts = districts;
    }

    /** The districts in the order of the buttons. */
    List<District> ordered() {
        return districts.all().stream()
                .sorted(Comparator.comparing((District district) ->
                        !districts.children(district.code()).isEmpty()))
                .toList();
    }

    /** The buttons of one page, the last row leading to the next one; a page that is not there is the first. */
    List<List<Button>> page(
            Collection<District> all, int page, Function<District, Button> button, Function<Integer, Button> turn) {
        Page<District> some = Page.of(List.copyOf(all), page, PAGE);
        List<List<Button>> rows = rows(some.shown(), button);
        some.next().ifPresent(next -> rows.add(List.of(turn.apply(next))));
        return rows;
    }

    /** All of them, two a row. */
    List<List<Button>> rows(List<District> all, Function<District, Button> button) {
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 2) {
            rows.add(all.subList(i, Math.min(i + 2, all.size())).stream()
                    .map(button)
                    .toList());
        }
        return rows;
    }

    /** A button that registers, or takes away where the person is registered. */
    static Button toggle(District district, Set<DistrictCode> registered, Language language) {
        String name = district.name(language.tag());
        String code = district.code().value();
        return registered.contains(district.code())
                ? Button.press("✅ " + name, "unreg:" + code)
                : Button.press(name, "reg:" + code);
    }
}
