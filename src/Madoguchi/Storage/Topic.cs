using Madoguchi.Shared;

namespace Madoguchi.Storage;

/// <summary>What one can listen to: a case, a desk, an agent.</summary>
public static class Topic
{
    public static string Of<T>(Id<T> id) => $"{typeof(T).Name.ToLowerInvariant()}:{id}";
}
