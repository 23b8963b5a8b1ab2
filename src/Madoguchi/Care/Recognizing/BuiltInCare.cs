namespace Madoguchi.Care.Recognizing;

/// <summary>The lists that hold until a house writes its own. Written from the categories of the ministry's guideline; what they find and miss is in docs/care.md.</summary>
public static partial class BuiltInCare
{
    public static IReadOnlyList<string> Of(CareKind kind, string language) => (language is "ja" ? Japanese : English).GetValueOrDefault(kind) ?? [];
}
