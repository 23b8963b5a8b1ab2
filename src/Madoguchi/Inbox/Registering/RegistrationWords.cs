using Madoguchi.Campaigns;
using Madoguchi.Campaigns.Finding;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Registering;

/// <summary>What agents read of a registration.</summary>
public static class RegistrationWords
{
    public static string Of(Standing standing, Tongue t) => standing switch
    {
        Standing.Begun => t["途中", "begun"],
        Standing.Complete => t["完了", "complete"],
        Standing.CodeUsed => t["コードは別の登録で完了", "code used by another"],
        Standing.Released => t["取り消し", "taken back"],
    };

    /// <summary>The sentence that decides.</summary>
    public static string Key(RegistrationFound one, Tongue t) => one.InTime
        ? t[$"{RegistrationLetters.At(one.BeganAt, t)} に始まりました。締切({RegistrationLetters.At(one.Closes, t)})の前です。", $"Begun {RegistrationLetters.Plain(one.BeganAt, t)}, before the deadline of {RegistrationLetters.At(one.Closes, t)}."]
        : t[$"{RegistrationLetters.At(one.BeganAt, t)} に始まりました。締切({RegistrationLetters.At(one.Closes, t)})の後です。", $"Begun {RegistrationLetters.Plain(one.BeganAt, t)}, after the deadline of {RegistrationLetters.At(one.Closes, t)}."];

    public static string? Of(Tie? tie, Tongue t) => tie switch
    {
        Tie.Account => t["ご本人の登録", "their own"],
        Tie.VerifiedAddress => t["確認済みのアドレス", "by a verified address"],
        Tie.ToldAddress => t["伺ったアドレス(未確認)", "by an address told, not verified"],
        Tie.Code => t["伺ったコード・登録(未確認)", "by a code or id told, not verified"],
        Tie.Receipt => t["伺った受付番号", "by a receipt told"],
        null => null,
    };

    public static string Of(EventView happened, Tongue t) => happened.Kind switch
    {
        RegistrationEventKind.Began => t["登録を始めました", "Began"],
        RegistrationEventKind.CodeSent => t[$"確認番号のメールを用意しました({happened.Detail})", $"A mail with a code was prepared ({happened.Detail})"],
        RegistrationEventKind.MailDelayed => t["1時間に送れる数を超えたため、メールは待っています", "The mail waits: too many within the hour"],
        RegistrationEventKind.WrongCode => t["違う確認番号が入力されました", "A wrong code was typed"],
        RegistrationEventKind.CodeUsed => t["コードがほかの登録で使われていることを伝えました", "Was told that the code is used by another"],
        RegistrationEventKind.OwnerReminded => t["コードがもう一度入力され、続きのメールを送りました", "The code was typed again; the way back was mailed"],
        RegistrationEventKind.AddressCorrected => t[$"アドレスを直しました({happened.Detail})", $"The address was corrected ({happened.Detail})"],
        RegistrationEventKind.Completed => t[$"完了しました。受付番号 {Codes.Printed(happened.Detail ?? "")}", $"Complete. Receipt {Codes.Printed(happened.Detail ?? "")}"],
        RegistrationEventKind.CompletedByHand => t[$"手で完了しました。受付番号 {Codes.Printed(happened.Detail ?? "")}", $"Completed by hand. Receipt {Codes.Printed(happened.Detail ?? "")}"],
        RegistrationEventKind.Released => t["コードを解放しました", "The code was released"],
    };

    public static string? Mail(RegistrationRecord record, Tongue t) => record.Mail switch
    {
        "waiting" when record.MailError is { } error => t[$"確認番号のメールは送り直します({error})", $"the mail with the code is tried again ({error})"],
        "waiting" => t["確認番号のメールはこれから送ります", "the mail with the code is on its way"],
        "parked" => t[$"確認番号のメールが送れませんでした({record.MailError})", $"the mail with the code could not be sent ({record.MailError})"],
        "sent" => t["確認番号のメールは送信済みです", "the mail with the code has gone out"],
        _ => null,
    };
}
