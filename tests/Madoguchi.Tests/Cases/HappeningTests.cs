using System.Reflection;
using Madoguchi.Cases.Timeline;

namespace Madoguchi.Tests.Cases;

public sealed class HappeningTests
{
    [Fact]
    public void What_may_be_missing_may_be_left_out_when_it_is_read_again()
    {
        var nullability = new NullabilityInfoContext();
        var parameters = typeof(Happening).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Happening))).SelectMany(t => t.GetConstructors()).SelectMany(c => c.GetParameters()).ToList();

        Assert.NotEmpty(parameters);
        // Null is not written; without a default the entry could never be read back.
        Assert.Empty(parameters.Where(p => nullability.Create(p).WriteState is NullabilityState.Nullable && !p.HasDefaultValue).Select(p => $"{p.Member.DeclaringType?.Name}.{p.Name}"));
    }
}
