namespace Kayse.Silo.Tests.PhoneNumbers;

/// <content>Our own parser does what libphonenumber-js does.</content>
public sealed partial class PhoneNumberDifferentialTests
{
    private const int MostDifferences = 0;
}
