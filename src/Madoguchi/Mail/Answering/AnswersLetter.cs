using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Mail.Writing;
using Madoguchi.Shared;

namespace Madoguchi.Mail.Answering;

/// <summary>The desk's words that a customer has not read yet, as a letter.</summary>
public static class AnswersLetter
{
    /// <summary>Kinds of entries that are an answer.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["message", "attachment", "question", "solutionProposed", "remedyGranted", "findingShown", "evidenceAsked", "voiceDecided", ToAll];

    /// <summary>Those that are written about even when the case is closed.</summary>
    public static readonly IReadOnlyList<string> AfterClosing = [ToAll, "remedyGranted"];

    /// <summary>Told to everybody whom an incident has hit.</summary>
    public const string ToAll = "incidentTold";

    // Tokyo keeps one offset all year.
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static string Subject(Case theCase, IReadOnlyList<Entry> answers, string desk, Tongue t) => answers.All(a => AfterClosing.Contains(a.Kind)) && answers.Select(a => a.What).OfType<IncidentTold>().LastOrDefault() is { } told
        ? t[$"【{desk}】障害のお知らせ: {told.Name}", $"[{desk}] About {told.Name}"]
        : t[$"【{desk}】お返事です: {PlainText.Preview(theCase.Subject, 60)}", $"[{desk}] An answer: {PlainText.Preview(theCase.Subject, 60)}"];

    /// <param name="answers">Of these kinds, oldest first.</param>
    public static string Text(IReadOnlyList<Entry> answers, Customer customer, string desk, Tongue t) => Paper.Around(
        t["お問い合わせへのお返事をお送りします。", "Here is our answer to what you wrote."] + "\n\n"
        + string.Join("\n\n", Newest(answers).Select(a => One(a, desk, t))) + Asks(answers, t) + "\n\n----\n" + Paper.HowToAnswer(t), customer, desk, t);

    // Of what was told about one incident, the last word stands for all before it.
    private static IEnumerable<Entry> Newest(IReadOnlyList<Entry> answers)
    {
        var last = answers.Where(a => a.Kind == ToAll).GroupBy(a => ((IncidentTold)a.What).Incident).Select(g => g.Max(a => a.Number)).ToHashSet();
        return answers.Where(a => a.Kind != ToAll || last.Contains(a.Number));
    }

    // One tap leads to the page with the button; machines that open links in mails answer nothing.
    private static string Asks(IReadOnlyList<Entry> answers, Tongue t) => answers.Any(a => a.What is IncidentTold { Resolved: true })
        ? "\n\n" + t[$"直りましたか。\nはい、直りました: {Letter.Link}/works-again?answer=yes\nいいえ、まだです: {Letter.Link}/works-again?answer=no", $"Does it work again?\nYes, it works: {Letter.Link}/works-again?answer=yes\nNo, not yet: {Letter.Link}/works-again?answer=no"]
        : "";

    private static string One(Entry answer, string desk, Tongue t) => $"---- {At(answer.At, t)} {Who(answer, desk, t)}\n{Plain(Words(answer.What, t))}";

    private static string At(DateTimeOffset at, Tongue t) => at.ToOffset(Tokyo).ToString(t["M月d日 H:mm", "d MMM HH:mm"], t.Culture) + t["", " (Japan time)"];

    private static string Who(Entry answer, string desk, Tongue t) => answer.ByName is null or "bootstrap" ? desk : t["担当 ", ""] + answer.ByName;

    private static string Words(Happening what, Tongue t) => what switch
    {
        MessageSaid { Translation: { } along } said => $"{said.Text}\n\n{t["(機械翻訳)", "(machine translation)"]}\n{along.Text}",
        MessageSaid said => said.Text,
        FileAttached file => t[$"(添付 {file.Name} — 下のページでご覧いただけます)", $"(attached: {file.Name}, to be seen on the page below)"],
        QuestionAsked question => t["教えてください: ", "Please tell us: "] + question.Label + (question.Help is { } help ? "\n" + help : ""),
        EvidenceAsked asked => (asked.Words is { } wish ? wish + "\n" : "") + t["確かめるために、画面の画像や届いたメールなどがあると助かります。やり方は、下のページの「やり方を見る・送る」にあります。", "To look into this, something such as a picture of the screen or the mail would help. The page below has the steps: “How to get them, and send them”."],
        SolutionProposed solution => solution.Outcome + "\n" + t["これで解決したかどうか、下のページでお知らせください。", "Please tell us on the page below whether this solves it."]
            + t["よろしければ、そのあと同じページで、担当者への一言もお寄せください。", " If you like, the same page then takes a word for whoever helped you."],
        RemedyGranted remedy => string.Join('\n', new[] { remedy.Of(t), remedy.Said(t), remedy.Then(t) }.Where(l => l.Length > 0)),
        FindingShown shown => shown.Text,
        IncidentTold told => t[$"「{told.Name}」について\n", $"About “{told.Name}”\n"] + told.Text,
        VoiceDecided decided => decided.Text,
        _ => "",
    };

    // Nobody's words are our placeholders.
    private static string Plain(string words) => words.Replace(Letter.Link, "{ link }", StringComparison.Ordinal).Replace(Letter.Code, "{ code }", StringComparison.Ordinal);
}
