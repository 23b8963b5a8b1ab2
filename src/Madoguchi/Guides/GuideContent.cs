using Madoguchi.Shared;

namespace Madoguchi.Guides;

/// <summary>How a known problem is solved, way by way (手順): what an author writes, in Markdown or over the API.</summary>
/// <param name="Title">The problem, as people put it.</param>
/// <param name="Ways">Tried one after the other; in which order is learned (<see cref="BestOrder"/>), not written.</param>
/// <param name="Signs">By what a case is recognised as this problem.</param>
public sealed record GuideContent(Bilingual Title, IReadOnlyList<Way> Ways, Signs? Signs = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => GuideRules.Broken(this).Select(f => (f.At, f.Why.In(Tongue.English)));

    public Way? Way(string slug) => Ways.FirstOrDefault(w => w.Slug == slug);
}

/// <param name="Products">Names of products and apps, in any of their spellings.</param>
/// <param name="Errors">Error texts and codes, as they stand on the screen.</param>
/// <param name="Words">Words that people use for it, in any language.</param>
public sealed record Signs(IReadOnlyList<string>? Products = null, IReadOnlyList<string>? Errors = null, IReadOnlyList<string>? Words = null)
{
    public static readonly Signs None = new();
}

/// <summary>One way out of the problem.</summary>
/// <param name="Slug">Its name on the record: what is learned about a way is kept under it.</param>
/// <param name="Minutes">What it costs the customer.</param>
/// <param name="Risk">What may be lost by it. Shown before, confirmed, and counted as cost.</param>
/// <param name="RiskMinutes">What that is worth in minutes; <see cref="BestOrder.UnweighedRisk"/> when the author does not say.</param>
/// <param name="Needs">What must be at hand or true before it can be tried.</param>
public sealed record Way(string Slug, Bilingual Title, double Minutes, IReadOnlyList<Step> Steps, Bilingual? Risk = null, double? RiskMinutes = null, Bilingual? Needs = null);

/// <param name="Text">What to do: Markdown of a few lines.</param>
/// <param name="How">How it is done, told before anybody has to ask.</param>
/// <param name="Variants">What is otherwise on one kind of device.</param>
public sealed record Step(Bilingual Text, Bilingual? How = null, StepPicture? Picture = null, IReadOnlyList<Variant>? Variants = null);

/// <param name="Address">Of a picture kept here: <c>/guides/pictures/{id}</c>; another one for each language if need be.</param>
/// <param name="Says">What is to be seen, for those who do not see it.</param>
public sealed record StepPicture(Bilingual Address, Bilingual? Says = null);

/// <param name="Device">iPhone, パソコン, …</param>
public sealed record Variant(Bilingual Device, Bilingual Text);
