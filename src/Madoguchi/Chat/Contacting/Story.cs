using Madoguchi.Cases.Contacting;
using Madoguchi.Chat.Talking;
using Madoguchi.Customers;
using Madoguchi.Incidents;
using Madoguchi.Learning.Helping;
using Madoguchi.Shared;

namespace Madoguchi.Chat.Contacting;

/// <summary>What stands in the contact page's boxes, as it was typed.</summary>
/// <param name="About">What they were registering when they got stuck.</param>
/// <param name="Sought">What they searched for and read before: told once, nobody asks for it.</param>
/// <param name="Incident">The incident of whose end they want to hear: that is story enough.</param>
/// <param name="LineFirst">A place in line first: the story may come while waiting.</param>
public sealed record Story(string Text = "", string Name = "", string Reach = "", string Number = "", string? Desk = null, string Tried = "", bool LineFirst = false, AboutRegistration? About = null, SoughtBefore? Sought = null, string Incident = "")
{
    public static Story Of(Posted posted) => new(posted["text"], posted["name"], posted["reach"] is { Length: > 0 } reach ? reach : posted["tell"], posted["number"], posted.Written("desk"), posted["tried"], posted["first"] == "line",
        AboutRegistration.Of(posted["campaign"], posted["code"], posted["registration"]), SoughtBefore.Of(posted["searched"], posted["read"]), posted["incident"]);

    public Id<Incident>? Follows => Id<Incident>.TryParse(Incident, null, out var id) ? id : null;

    /// <summary>What is in the way of sending, in the words of the page. Only an empty or endless story, or an address nobody could write to.</summary>
    public IReadOnlyList<(string Box, string Why)> Problems(Tongue t)
    {
        var problems = new List<(string, string)>();
        if (string.IsNullOrWhiteSpace(Text) && !LineFirst && Follows is null)
            problems.Add(("story", t["お困りのことを、ひとことでもお書きください。", "Please write a word about what happened."]));
        else if (PlainText.Clean(Text).Length > PlainText.Story)
            problems.Add(("story", t[$"長すぎて一度に送れません({PlainText.Story:N0}文字まで)。続きは次の画面で送れます。", $"This is too long to send at once (at most {PlainText.Story:N0} characters). The rest can follow on the next page."]));
        foreach (var (at, _) in Contact("ja").Errors().Where(e => e.Pointer is not "/text"))
        {
            problems.Add(at is "/name" ? ("name", t["お名前に使えない文字があります。", "There are signs in the name that cannot be used."])
                : ("reach", t["メールアドレスか電話番号の形になっていないようです。空のままでも送れます。", "This looks like neither a mail address nor a phone number. You can also leave it empty."]));
        }

        return problems;
    }

    /// <summary>A number with a slip in it is said kindly afterwards; it never stops a story.</summary>
    public bool HasSlip => !string.IsNullOrWhiteSpace(Number) && CustomerNumber.Read(Number) is not NumberReading.Right;

    public Contact Contact(string language) => new(
        string.IsNullOrWhiteSpace(Text) && Follows is not null ? Tongue.Of(language)["同じことで困っています。直ったら知らせてください。", "I have the same trouble. Please tell me when it works again."] : Text, Desk, Line(Name), Email: Reach.Contains('@', StringComparison.Ordinal) || Reach.Contains('＠', StringComparison.Ordinal) ? Line(Reach.Replace('＠', '@')) : null,
        Phone: Reach.Contains('@', StringComparison.Ordinal) || Reach.Contains('＠', StringComparison.Ordinal) ? null : Line(Reach), Language: language,
        CustomerNumber: string.IsNullOrWhiteSpace(Number) || HasSlip ? null : Number, Facts: About?.Facts);

    private static string? Line(string typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
