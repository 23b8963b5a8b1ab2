using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Madoguchi.Storage;

/// <summary>A compiled query belongs to one model and refuses every other; a process that works on both engines, as the tests do, has two.</summary>
public sealed class Compiled<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConcurrentDictionary<IModel, TQuery> queries = [];

    public TQuery For(Db db) => queries.GetOrAdd(db.Model, _ => compile());
}
