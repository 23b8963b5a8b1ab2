using Madoguchi.Cases.Timeline;
using Madoguchi.Chat.Entries;
using Madoguchi.Customers;
using Madoguchi.Shared;

namespace Madoguchi.Chat;

/// <summary>The conversation as plain text, to be kept. Only what the customer's page shows is in it.</summary>
public static class Transcript
{
    // Tokyo keeps one offset all year.
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static IEnumerable<string> Lines(CustomerNumber number, IReadOnlyList<Entry> entries, Tongue t, DateTimeOffset now)
    {
        yield return t[$"窓口とのやりとり お客様番号 {number.Printed}", $"Conversation with support, customer number {number.Printed}"];
        yield return t[$"保存した時刻 {At(now, t)}(日本時間)", $"Saved {At(now, t)} (Japan time)"];
        foreach (var entry in entries.Where(e => e.What is not (MessageWithdrawn or ThanksWithdrawn)))
        {
            yield return "";
            yield return $"[{At(entry.At, t)}] {Who(entry, t)}";
            foreach (var line in Words(entry, t).Split('\n'))
                yield return line;
        }

        yield return "";
    }

    private static string At(DateTimeOffset at, Tongue t) => at.ToOffset(Tokyo).ToString("yyyy-MM-dd HH:mm", t.Culture);

    private static string Who(Entry entry, Tongue t) => entry.What is CallTaken ? t["あなた(お電話でうかがい、担当者が書き留めました)", "You (told by phone, written down by the agent)"] : entry.Role switch
    {
        Role.Customer => t["あなた", "You"],
        Role.Agent => t["担当 ", ""] + (entry.ByName is null or "bootstrap" ? t["窓口", "Support"] : entry.ByName),
        Role.System => t["窓口", "Support"],
    };

    private static string Words(Entry entry, Tongue t) => entry.What switch
    {
        MessageSaid { Withdrawn: true } => t["(取り消されました)", "(taken back)"],
        MessageSaid { Translation: { } along } said => $"{said.Text}\n\n{t["(機械翻訳)", "(machine translation)"]}\n{along.Text}",
        MessageSaid said => said.Text,
        CallTaken call => call.Text,
        FileAttached file => t[$"(添付) {file.Name}", $"(attached) {file.Name}"],
        EvidenceAdded { Attachment: null } evidence => t[$"(証拠) {evidence.Name}\nSHA-256 {evidence.Sha256}", $"(evidence) {evidence.Name}\nSHA-256 {evidence.Sha256}"],
        EvidenceAsked { Words: { } wish } asked => $"{wish}\n{LineWords.Of(asked, t)}",
        QuestionAsked question => question.Help is null ? question.Label : $"{question.Label}\n{question.Help}",
        SolutionProposed solution => solution.Outcome,
        FollowedUp followedUp => followedUp.Text,
        IncidentTold told => $"{LineWords.Of(told, t)}\n{told.Text}",
        VoiceDecided decided => $"{LineWords.Of(decided, t)}\n{decided.Text}",
        RemedyGranted remedy => string.Join('\n', new[] { remedy.Of(t), remedy.Said(t), remedy.Then(t) }.Where(l => l.Length > 0)),
        Thanked { Text: { } kind } thanked => $"{LineWords.Of(thanked, t)}\n{kind}",
        FindingShown { Right: { } right } shown => $"{LineWords.Of(shown, t)}\n{shown.Text}\n{LineWords.Right(right, t)}",
        FindingShown shown => $"{LineWords.Of(shown, t)}\n{shown.Text}",
        var other => LineWords.Of(other, t),
    };
}
