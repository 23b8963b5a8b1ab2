using Madoguchi.Care.Recognizing;

namespace Madoguchi.Care.Folding;

/// <summary>Pure: what becomes of words that are hard to read.</summary>
public static class Judging
{
    /// <summary>Nothing: they are shown as any others. Whoever was failed may be loud, but not against a person.</summary>
    public static CareVerdict? Of(Heard heard, IReadOnlyList<Reason> reasons) =>
        heard.IsAbusive && (heard.AgainstThePerson || reasons.Count == 0) ? CareVerdict.Folded
        : (heard.IsAbusive || heard.IsAngry) && reasons.Count > 0 ? CareVerdict.Heard
        : null;
}
