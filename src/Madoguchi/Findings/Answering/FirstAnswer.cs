using System.Text;
using Madoguchi.Shared;

namespace Madoguchi.Findings.Answering;

/// <param name="Story">The customer's first words.</param>
/// <param name="Happened">The words by which they say that something happened.</param>
/// <param name="Told">What else they told: label and value.</param>
/// <param name="Given">The names of what they gave us to look at.</param>
/// <param name="From">From when on the product's log is looked through; null: no product of this house tells anything.</param>
/// <param name="By">By when they hear from us.</param>
public sealed record AnswerGround(
    string Desk, string? Name, string Story, IReadOnlyList<string> Happened, IReadOnlyList<(string Label, string Value)> Told, IReadOnlyList<string> Given, DateTimeOffset? From, DateTimeOffset? To, DateTimeOffset By);

/// <summary>The first answer, prepared: it repeats what the customer saw, says what is checked and by when, and denies nothing, because nobody has looked yet. Pure.</summary>
public static class FirstAnswer
{
    private const int MostGiven = 5;

    // Tokyo keeps one offset all year.
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static string Of(AnswerGround ground, Tongue t)
    {
        var text = new StringBuilder();
        text.Append(ground.Name ?? t["お客様", "Hello"]).Append(t["\n\n", ",\n\n"]);
        text.Append(t[$"ご連絡をありがとうございます。{ground.Desk}です。\n次のとおり承りました。\n\n", $"Thank you for writing to {ground.Desk}. This is what you told us:\n\n"]);
        foreach (var sentence in KeySentences.Of(ground.Story, ground.Happened))
            text.Append(t[$"「{sentence.TrimEnd('。')}」\n", $"“{sentence}”\n"]);
        if (ground.Told.Count > 0)
            text.Append(t["伺ったこと: ", "You also told us: "]).AppendJoin(t["、", ", "], ground.Told.Select(f => $"{f.Label} {f.Value}")).Append('\n');
        if (ground.Given.Count > 0)
            text.Append(t["お送りいただいたもの: ", "You sent us: "]).AppendJoin(t["、", ", "], ground.Given.Take(MostGiven)).Append(ground.Given.Count > MostGiven ? t[$" ほか{ground.Given.Count - MostGiven}件", $" and {ground.Given.Count - MostGiven} more"] : "").Append('\n');
        text.Append('\n').Append(t[$"まだ確かめていません。これから、{What(ground, t)}を確かめます。\n", $"We have not checked this yet. We now look at {What(ground, t)}.\n"]);
        text.Append(t[$"{At(ground.By, t)}までに、わかったことをお知らせします。", $"You hear from us by {At(ground.By, t)}, whatever we find."]);
        return text.ToString();
    }

    /// <summary>What is checked, in one phrase: the customer reads it beside the promise, too.</summary>
    public static string What(AnswerGround ground, Tongue t)
    {
        string[] looked =
        [
            .. ground is { From: { } from, To: { } to } ? [t[$"{At(from, t)}から{At(to, t)}までの製品の記録", $"the product’s records from {At(from, t)} to {At(to, t)}"]] : Array.Empty<string>(),
            .. ground.Given.Count > 0 ? [t["お送りいただいたもの", "what you sent us"]] : Array.Empty<string>(),
        ];
        return looked.Length == 0 ? t["こちらに残っている記録", "the records that we have"] : string.Join(t["と、", " and at "], looked);
    }

    private static string At(DateTimeOffset at, Tongue t) => at.ToOffset(Tokyo).ToString(t["M月d日 H:mm", "d MMM HH:mm"], t.Culture) + t["", " (Japan time)"];
}
