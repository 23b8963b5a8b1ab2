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
    public static readonly IReadOnlyList<string> Kinds = ["message", "attachment", "question", "solutionProposed", "remedyGranted", "findingShown", "evidenceAsked"];

    // Tokyo keeps one offset all year.
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static string Subject(Case theCase, string desk, Tongue t) =>
        t[$"【{desk}】お返事です: {PlainText.Preview(theCase.Subject, 60)}", $"[{desk}] An answer: {PlainText.Preview(theCase.Subject, 60)}"];

    /// <param name="answers">Of these kinds, oldest first.</param>
    public static string Text(IReadOnlyList<Entry> answers, Customer customer, string desk, Tongue t) => Paper.Around(
        t["お問い合わせへのお返事をお送りします。", "Here is our answer to what you wrote."] + "\n\n"
        + string.Join("\n\n", answers.Select(a => One(a, desk, t))) + "\n\n----\n" + Paper.HowToAnswer(t), customer, desk, t);

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
        _ => "",
    };

    // Nobody's words are our placeholders.
    private static string Plain(string words) => words.Replace(Letter.Link, "{ link }", StringComparison.Ordinal).Replace(Letter.Code, "{ code }", StringComparison.Ordinal);
}
