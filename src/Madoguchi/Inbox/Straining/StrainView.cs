using Madoguchi.Care.Straining;
using Madoguchi.Desks;
using Madoguchi.Thanks.Reading;

namespace Madoguchi.Inbox.Straining;

/// <param name="Praise">What names me, newest first.</param>
/// <param name="Teams">Of my own desks.</param>
public sealed record StrainView(MyDay Day, BreakAdvice? Advice, IReadOnlyList<PraiseView> Praise, IReadOnlyList<(Desk Desk, TeamStrain Strain)> Teams, TimeZoneInfo Zone);
