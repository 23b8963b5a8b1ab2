using Madoguchi.Care.Folding;
using Madoguchi.Care.Straining;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Thanks.Reading;

namespace Madoguchi.Inbox.Straining;

/// <param name="Praise">What names me, newest first.</param>
/// <param name="Folds">What of it is shown folded.</param>
/// <param name="Teams">Of my own desks.</param>
public sealed record StrainView(MyDay Day, BreakAdvice? Advice, IReadOnlyList<PraiseView> Praise, IReadOnlyList<(Desk Desk, TeamStrain Strain)> Teams, TimeZoneInfo Zone, IReadOnlyDictionary<Id<Case>, (int Entry, Fold Fold)> Folds);
