using System.Collections.Concurrent;
using Madoguchi.Care.Folding;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Madoguchi.Inbox;

/// <summary>Entries as agents see them, drawn once per language: an entry changes only when it is taken back or folded, and a hundred viewers read the same bytes.</summary>
public sealed class EntryFragments(IServiceProvider services, ILoggerFactory logs)
{
    private const int Kept = 20_000;
    private readonly ConcurrentDictionary<(Guid Case, int Number, bool Withdrawn, string Language, string Fold), string> drawn = new();

    public async Task<IReadOnlyList<string>> Draw(IReadOnlyList<Entry> entries, Tongue t, IReadOnlyDictionary<int, Fold> folds)
    {
        var missing = entries.Where(e => !drawn.ContainsKey(Key(e, t, folds))).ToList();
        var fresh = missing.Count == 0 ? [] : await DrawAnew(missing, t, folds);
        return [.. entries.Select(e => fresh.TryGetValue(e.Number, out var html) || drawn.TryGetValue(Key(e, t, folds), out html) ? html : "")];
    }

    public async Task<string> Draw<TComponent>(Dictionary<string, object?> given)
        where TComponent : IComponent
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(given))).ToHtmlString());
    }

    private static (Guid, int, bool, string, string) Key(Entry e, Tongue t, IReadOnlyDictionary<int, Fold> folds) => (e.CaseId.Value, e.Number, e.Withdrawn is not null, t.Code, folds.GetValueOrDefault(e.Number)?.Stamp ?? "");

    private async Task<Dictionary<int, string>> DrawAnew(List<Entry> entries, Tongue t, IReadOnlyDictionary<int, Fold> folds)
    {
        // Full: begin anew. Whoever is open is drawn again at the next look, and that is cheaper than an order of use.
        if (drawn.Count > Kept)
            drawn.Clear();
        var fresh = new Dictionary<int, string>();
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            foreach (var entry in entries)
            {
                var html = await renderer.RenderComponentAsync<EntryForAgent>(ParameterView.FromDictionary(
                    new Dictionary<string, object?> { [nameof(EntryForAgent.T)] = t, [nameof(EntryForAgent.E)] = entry, [nameof(EntryForAgent.Fold)] = folds.GetValueOrDefault(entry.Number) }));
                fresh[entry.Number] = drawn[Key(entry, t, folds)] = html.ToHtmlString();
            }
        });
        return fresh;
    }
}
