using System.Text;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;

namespace Madoguchi.Learning.Drafting;

/// <summary>What somebody else could learn from a solved case, before anybody has written it well. No names in it.</summary>
/// <param name="Title">In the languages in which there are words for it.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Canned">The same as an answer, to be kept as a canned text.</param>
/// <param name="Machine">The language that a machine has put it into.</param>
public sealed record PreparedDraft(string Slug, Bilingual Title, Bilingual Text, Bilingual Canned, string? Product, string? Machine = null);

/// <param name="Question">What the customer told first.</param>
/// <param name="Answer">What helped: the solution in words, or the last thing that was said before it.</param>
public sealed record Lesson(string Slug, Bilingual Title, Bilingual Question, IReadOnlyList<WayTried> Ways, Bilingual Answer, string? Product)
{
    private const int LongestQuestion = 600;

    /// <summary>The steps of the way that solved it, as its guide tells them: Markdown.</summary>
    public Bilingual Steps { get; init; } = new(null, null);

    public PreparedDraft Draft => new(Slug, Title, new(Text(Tongue.Japanese), Text(Tongue.English)), new(Reply(Tongue.Japanese), Reply(Tongue.English)), Product);

    private string? Text(Tongue t)
    {
        if (!Speaks(t))
            return null;
        var (text, helped) = (new StringBuilder(), string.Join("\n\n", new[] { Said(Answer, t), Said(Steps, t) }.OfType<string>()));
        if (Said(Question, t) is { } question)
            Part(t["こんなとき", "When this happens"], string.Join('\n', PlainText.Clean(question.Length > LongestQuestion ? PlainText.Beginning(question, LongestQuestion) + "…" : question).Split('\n').Select(l => ("> " + l).TrimEnd())));
        if (helped.Length > 0)
            Part(t["こうすると解決します", "What helps"], helped);
        if (Ways.Count > 0)
            Part(t["試したこと", "What was tried"], string.Join('\n', Ways.OrderByDescending(w => w.Solved).Select(w => $"- {(w.Solved ? "**" : "")}{w.Title.In(t)}{(w.Solved ? "**" : "")}: {(w.Solved ? t["これで解決しました", "this solved it"] : t["変わりませんでした", "no change"])}")));
        return text.ToString().Trim();

        void Part(string title, string words) => text.Append("## ").Append(title).Append("\n\n").Append(words).Append("\n\n");
    }

    private string? Reply(Tongue t)
    {
        var ways = string.Join('\n', Ways.Where(w => w.Solved).Select(w => "・" + w.Title.In(t)));
        string[] said = [Said(Answer, t) ?? "", ways.Length == 0 ? "" : t["次の方法で解決した例があります。\n", "This has helped others:\n"] + ways];
        var words = string.Join("\n\n", said.Where(s => s.Length > 0));
        return words.Length == 0 || !Speaks(t) ? null : words + "\n\n" + t["変わらないときは、このまま続けてお書きください。一緒に次を試しましょう。", "If it stays as it was, just go on writing here, and we try the next thing together."];
    }

    private bool Speaks(Tongue t) => Said(Question, t) is not null || Said(Answer, t) is not null;

    private static string? Said(Bilingual words, Tongue t) => words.Speaks(t) ? words.In(t) : null;
}
