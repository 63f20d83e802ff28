package org.dabyl.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.MenuEntry;
import org.dabyl.delivery.MenuTexts;
import org.dabyl.vault.ChatId;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;

/**
 * One thing to tell Telegram about a menu.
 *
 * @param field where its digest is kept; empty for what is told every time: a digest for a chat would list the organisers
 * @param request made right before the call, for it may name a chat
 */
record MenuChange(Optional<String> field, Supplier<BotApiMethod<?>> request) {

    /** Everything that all people see: for clients of any language (in Russian), and for each of ours. */
    static List<MenuChange> forEveryone(MenuTexts texts) {
        List<MenuChange> changes = new ArrayList<>(inLanguage(texts, null));
        for (Language language : Language.values()) {
            changes.addAll(inLanguage(texts, language));
        }
        return changes;
    }

    static MenuChange organiser(Supplier<ChatId> chat, List<MenuEntry> entries) {
        return new MenuChange(Optional.empty(), () -> SetMyCommands.builder()
                .commands(commands(entries))
                .scope(scope(chat.get()))
                .build());
    }

    static MenuChange plain(Supplier<ChatId> chat) {
        return new MenuChange(
                Optional.empty(),
                () -> DeleteMyCommands.builder().scope(scope(chat.get())).build());
    }

    private static List<MenuChange> inLanguage(MenuTexts texts, @Nullable Language language) {
        Language spoken = language == null ? Language.RU : language;
        String code = language == null ? null : language.tag();
        var commands = SetMyCommands.builder()
                .commands(commands(texts.supporter(spoken)))
                .scope(new BotCommandScopeAllPrivateChats());
        var description = SetMyDescription.builder().description(texts.description(spoken));
        var profile = SetMyShortDescription.builder().shortDescription(texts.shortDescription(spoken));
        if (code != null) {
            commands.languageCode(code);
            description.languageCode(code);
            profile.languageCode(code);
        }
        return List.of(fixed(commands.build(), code), fixed(description.build(), code), fixed(profile.build(), code));
    }

    private static MenuChange fixed(BotApiMethod<?> request, @Nullable String code) {
        String field = request.getMethod() + ":" + (code == null ? "any" : code);
        return new MenuChange(Optional.of(field), () -> request);
    }

    private static List<BotCommand> commands(List<MenuEntry> entries) {
        return entries.stream()
                .map(entry -> new BotCommand(entry.command(), entry.description()))
                .toList();
    }

    private static BotCommandScopeChat scope(ChatId chat) {
        return BotCommandScopeChat.builder()
                .chatId(String.valueOf(chat.value()))
                .build();
    }

    /** What tells two requests apart: SHA-256 of the request, in hex. */
    static String digest(BotApiMethod<?> request) {
        try {
            byte[] json = Json.UPDATES.writeValueAsString(request).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a menu has no digest", e);
        }
    }
}
