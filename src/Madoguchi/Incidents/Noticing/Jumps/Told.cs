namespace Madoguchi.Incidents.Noticing.Jumps;

/// <summary>A contact as the detector looks at it.</summary>
public sealed record Told(ContactMark Mark, Sketch? Sketch)
{
    public DateTimeOffset At => Mark.At;

    /// <summary>Whoever writes five times counts once.</summary>
    public string Who => Mark.Who ?? Mark.CaseId.ToString();

    public string? Product { get; } = ContactMark.Plain(Mark.Product);
    public string? Problem { get; } = ContactMark.Plain(Mark.Problem);

    /// <summary>Nothing but a number says nothing.</summary>
    public string? ErrorText { get; } = Mark.ErrorText is { } error && error.Any(char.IsLetterOrDigit) ? error : null;

    public string? Exact => ErrorText is null ? null : Mark.Exact;

    public static Told Of(ContactMark mark) => new(mark, Sketch.Read(mark.Sketch));

    public string? By(JumpKind kind) => kind switch
    {
        JumpKind.Exact => Exact == ErrorText ? null : Exact,
        JumpKind.ErrorText => ErrorText,
        JumpKind.Words => null,
        JumpKind.Problem => Problem,
        JumpKind.Product => Product,
    };
}
