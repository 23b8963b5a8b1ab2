using System.Collections.Concurrent;
using Madoguchi.Cases;
using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat;

/// <summary>Entries as customers see them, drawn once per language: an entry changes only when it is taken back. Page, answer and stream send the same bytes.</summary>
public sealed class FragmentsFeature(IServiceProvider services, ILoggerFactory logs, IDbContextFactory<Db> contexts)
{
    private const int Kept = 20_000;

    // Written into the drawings where the visitor's own address belongs. The encoder lets no text of a person look like this.
    private const string TokenHere = "/c/<>/";
    private readonly ConcurrentDictionary<(Guid Case, int Number, bool Withdrawn, string Language), string> drawn = new();

    /// <summary>Where a page's own things are, in a drawing that knows no page.</summary>
    public static MarkupString Own(string attribute, string path) => new($"{attribute}=\"{TokenHere}{path}\"");

    public async Task<IReadOnlyList<string>> Draw(IReadOnlyList<Entry> entries, Tongue t, string token, CancellationToken ct)
    {
        var missing = entries.Where(e => !drawn.ContainsKey(Key(e, t))).ToList();
        var fresh = missing.Count == 0 ? [] : await DrawAnew(missing, t, ct);
        return [.. entries.Select(e => (fresh.TryGetValue(e.Number, out var html) || drawn.TryGetValue(Key(e, t), out html) ? html : "").Replace(TokenHere, $"/c/{token}/", StringComparison.Ordinal))];
    }

    public async Task<string> Draw<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    private static (Guid, int, bool, string) Key(Entry e, Tongue t) => (e.CaseId.Value, e.Number, e.Withdrawn is not null, t.Code);

    private async Task<Dictionary<int, string>> DrawAnew(List<Entry> entries, Tongue t, CancellationToken ct)
    {
        // Full: begin anew. Whoever is open is drawn again at the next look, and that is cheaper than an order of use.
        if (drawn.Count > Kept)
            drawn.Clear();
        var (languages, labels) = (await Languages(entries, ct), await Labels(entries, t, ct));
        var fresh = new Dictionary<int, string>();
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            foreach (var entry in entries)
            {
                var html = await renderer.RenderComponentAsync<EntryForCustomer>(ParameterView.FromDictionary(new Dictionary<string, object?>
                {
                    [nameof(EntryForCustomer.T)] = t, [nameof(EntryForCustomer.E)] = entry, [nameof(EntryForCustomer.Label)] = KeyOf(entry) is { } key ? labels.GetValueOrDefault(key) : null,
                    [nameof(EntryForCustomer.Languages)] = entry.ById is { } by && languages.TryGetValue(by, out var spoken) ? spoken : [],
                }));
                fresh[entry.Number] = drawn[Key(entry, t)] = html.ToHtmlString();
            }
        });
        return fresh;
    }

    private static string? KeyOf(Entry entry) => entry.Kind is not ("fact" or "factPromised") ? null : entry.What switch
    {
        FactTold told => told.Key,
        FactPromised promised => promised.Key,
        _ => null,
    };

    private async Task<Dictionary<string, string>> Labels(List<Entry> entries, Tongue t, CancellationToken ct)
    {
        var keys = entries.Select(KeyOf).OfType<string>().Distinct().ToList();
        if (keys.Count == 0)
            return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.Set<IntakeQuestion>().AsNoTracking().Where(q => keys.Contains(q.Key)).ToListAsync(ct)).GroupBy(q => q.Key).ToDictionary(q => q.Key, q => q.First().LabelIn(t));
    }

    private async Task<Dictionary<Guid, IReadOnlyList<string>>> Languages(List<Entry> entries, CancellationToken ct)
    {
        var agents = entries.Where(e => e.Role is Role.Agent && e.ById is not null).Select(e => new Id<Agent>(e.ById!.Value)).Distinct().ToList(); // filtered: not null
        if (agents.Count == 0)
            return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Agent>().AsNoTracking().Where(a => agents.Contains(a.Id)).ToDictionaryAsync(a => a.Id.Value, a => (IReadOnlyList<string>)a.Languages, ct);
    }
}
