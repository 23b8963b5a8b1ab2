using Madoguchi.Cases.Facts;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Asking;

/// <param name="Key">The fact's key.</param>
/// <param name="Label">What customers read; the house's words when missing, the key where it has none.</param>
/// <param name="Help">Where it is found.</param>
/// <param name="Scope">Where the fact belongs, if this desk says otherwise than the house.</param>
public sealed record IntakeItem(string Key, string? Label = null, string? LabelInEnglish = null, string? Help = null, string? HelpInEnglish = null, Scope? Scope = null)
{
    public static IntakeItem Of(IntakeQuestion question) =>
        new(question.Key, question.Label, question.LabelInEnglish, question.Help, question.HelpInEnglish, question.Scope);

    public IntakeQuestion At(Id<Desk> desk, int position) => new()
    {
        DeskId = desk, Key = Key, Label = PlainText.Clean(Label ?? FactLabels.Label(Key, Tongue.Japanese)), Position = position, Scope = Scope,
        LabelInEnglish = Label is null ? FactLabels.Label(Key, Tongue.English) : Clean(LabelInEnglish), Help = Clean(Help), HelpInEnglish = Clean(HelpInEnglish),
    };

    private static string? Clean(string? text) => text is null ? null : PlainText.Clean(text);
}

/// <summary>What a desk asks at intake, in order.</summary>
public sealed record Intake(IReadOnlyList<IntakeItem> Questions) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Questions.Count > 50
        ? [("/questions", "At most 50 questions.")]
        :
        [
            .. Questions.SelectMany((q, i) => Errors($"/questions/{i}", q)),
            .. Questions.Select((q, i) => (q.Key, i)).GroupBy(q => q.Key).SelectMany(g => g.Skip(1)).Select(q => ($"/questions/{q.i}/key", "This key stands here twice.")),
        ];

    private static IEnumerable<(string Pointer, string Why)> Errors(string at, IntakeItem item) =>
    [
        .. FactKeys.Errors(at + "/key", item.Key, "asked"), .. Checks.Line(at + "/label", item.Label), .. Checks.Line(at + "/labelInEnglish", item.LabelInEnglish),
        .. item.Help is null ? [] : Checks.Words(at + "/help", item.Help, 500), .. item.HelpInEnglish is null ? [] : Checks.Words(at + "/helpInEnglish", item.HelpInEnglish, 500),
    ];
}
