//! Least squares against the certified values of NIST's Statistical Reference Datasets (Norris, Longley), and at its edges.

use super::*;

/// NIST `StRD`, Norris: calibration of ozone monitors. `y`, `x`.
const NORRIS: [[f64; 2]; 36] = [
    [0.1, 0.2],
    [338.8, 337.4],
    [118.1, 118.2],
    [888.0, 884.6],
    [9.2, 10.1],
    [228.1, 226.5],
    [668.5, 666.3],
    [998.5, 996.3],
    [449.1, 448.6],
    [778.9, 777.0],
    [559.2, 558.2],
    [0.3, 0.4],
    [0.1, 0.6],
    [778.1, 775.5],
    [668.8, 666.9],
    [339.3, 338.0],
    [448.9, 447.5],
    [10.8, 11.6],
    [557.7, 556.0],
    [228.3, 228.1],
    [998.0, 995.8],
    [888.8, 887.6],
    [119.6, 120.2],
    [0.3, 0.3],
    [0.6, 0.3],
    [557.6, 556.8],
    [339.3, 339.1],
    [888.0, 887.2],
    [998.5, 999.0],
    [778.9, 779.0],
    [10.2, 11.1],
    [117.6, 118.3],
    [228.9, 229.2],
    [668.4, 669.1],
    [449.2, 448.9],
    [0.2, 0.5],
];

/// NIST `StRD`, Longley (1967): `y`, then six columns that nearly repeat each other.
const LONGLEY: [[f64; 7]; 16] = [
    [60_323.0, 83.0, 234_289.0, 2_356.0, 1_590.0, 107_608.0, 1_947.0],
    [61_122.0, 88.5, 259_426.0, 2_325.0, 1_456.0, 108_632.0, 1_948.0],
    [60_171.0, 88.2, 258_054.0, 3_682.0, 1_616.0, 109_773.0, 1_949.0],
    [61_187.0, 89.5, 284_599.0, 3_351.0, 1_650.0, 110_929.0, 1_950.0],
    [63_221.0, 96.2, 328_975.0, 2_099.0, 3_099.0, 112_075.0, 1_951.0],
    [63_639.0, 98.1, 346_999.0, 1_932.0, 3_594.0, 113_270.0, 1_952.0],
    [64_989.0, 99.0, 365_385.0, 1_870.0, 3_547.0, 115_094.0, 1_953.0],
    [63_761.0, 100.0, 363_112.0, 3_578.0, 3_350.0, 116_219.0, 1_954.0],
    [66_019.0, 101.2, 397_469.0, 2_904.0, 3_048.0, 117_388.0, 1_955.0],
    [67_857.0, 104.6, 419_180.0, 2_822.0, 2_857.0, 118_734.0, 1_956.0],
    [68_169.0, 108.4, 442_769.0, 2_936.0, 2_798.0, 120_445.0, 1_957.0],
    [66_513.0, 110.8, 444_546.0, 4_681.0, 2_637.0, 121_950.0, 1_958.0],
    [68_655.0, 112.6, 482_704.0, 3_813.0, 2_552.0, 123_366.0, 1_959.0],
    [69_564.0, 114.2, 502_601.0, 3_931.0, 2_514.0, 125_368.0, 1_960.0],
    [69_331.0, 115.7, 518_173.0, 4_806.0, 2_572.0, 127_852.0, 1_961.0],
    [70_551.0, 116.9, 554_894.0, 4_007.0, 2_827.0, 130_081.0, 1_962.0],
];

fn fitted<const N: usize>(rows: &[[f64; N]]) -> LeastSquares {
    let y: Vec<f64> = rows.iter().map(|row| row[0]).collect();
    let constant = vec![1.0; rows.len()];
    let columns = std::iter::once(constant).chain((1..N).map(|place| rows.iter().map(|row| row[place]).collect()));
    LeastSquares::fit(&columns.collect::<Vec<_>>(), &y, true).unwrap()
}

#[track_caller]
fn check(fit: &LeastSquares, certified: &[(f64, f64)], residual: f64, r_squared: f64, digits: f64) {
    let near = |found: f64, expected: f64| (found / expected - 1.0).abs() < digits;
    for ((found, error), (coefficient, deviation)) in fit.coefficients.iter().zip(fit.errors()).zip(certified) {
        assert!(near(*found, *coefficient) && near(error.unwrap(), *deviation), "{found} {error:?}: {coefficient}");
    }
    assert_eq!(fit.coefficients.len(), certified.len());
    assert!(near(fit.residual, residual) && near(fit.r_squared.unwrap(), r_squared), "{fit:?}");
}

#[test]
fn norris_comes_out_as_certified() {
    let certified = [(-0.262_323_073_774_029, 0.232_818_234_301_152), (1.002_116_818_020_45, 0.429_796_848_199_937e-3)];
    check(&fitted(&NORRIS), &certified, 0.884_796_396_144_373, 0.999_993_745_883_712, 1e-11);
}

#[test]
fn longley_comes_out_as_certified_though_its_columns_nearly_repeat_each_other() {
    let certified = [
        (-3_482_258.634_595_82, 890_420.383_607_373),
        (15.061_872_271_373_3, 84.914_925_774_766_9),
        (-0.358_191_792_925_910e-1, 0.334_910_077_722_432e-1),
        (-2.020_229_803_816_83, 0.488_399_681_651_699),
        (-1.033_226_867_173_59, 0.214_274_163_161_675),
        (-0.511_041_056_535_807e-1, 0.226_073_200_069_370),
        (1_829.151_464_613_55, 455.478_499_142_212),
    ];
    check(&fitted(&LONGLEY), &certified, 304.854_073_561_965, 0.995_479_004_577_296, 1e-8);
}

#[test]
fn a_column_that_says_nothing_new_is_dropped_and_changes_nothing() {
    let y = [3.0, 5.0, 8.0, 9.0];
    let x = vec![1.0, 2.0, 3.0, 4.0];
    let one = vec![1.0; 4];
    let plain = LeastSquares::fit(&[one.clone(), x.clone()], &y, true).unwrap();
    // Three times x and one, a constant, nothing at all.
    let repeated = x.iter().map(|x| 3.0 * x + 1.0).collect();
    let more = LeastSquares::fit(&[one, x, repeated, vec![7.0; 4], vec![0.0; 4]], &y, true).unwrap();
    assert_eq!(more.is_dropped, [false, false, true, true, true]);
    assert_eq!((more.degrees, more.residual), (plain.degrees, plain.residual));
    let row = [1.0, 5.0, 16.0, 7.0, 0.0];
    assert!((more.predict(&row) - plain.predict(&row[..2])).abs() < 1e-12);
    assert!((more.leverage(&row) - plain.leverage(&row[..2])).abs() < 1e-12);
    assert_eq!(more.errors()[2..], [None; 3]);
}

#[test]
fn the_error_of_a_new_row_is_that_of_the_textbook() {
    // x 1 2 3 4, y 3 5 8 9: slope 2.1, constant 1; left 0.7 over 2; at 5: 1 + 1/4 + 2.5²/5 = 2.5.
    let fit = fitted(&[[3.0, 1.0], [5.0, 2.0], [8.0, 3.0], [9.0, 4.0]]);
    assert!((fit.coefficients[1] - 2.1).abs() < 1e-12 && (fit.coefficients[0] - 1.0).abs() < 1e-12);
    assert!((fit.error(&[1.0, 5.0]) - libm::sqrt(0.35 * 2.5)).abs() < 1e-12);
}

#[test]
fn too_little_to_fit_is_told() {
    assert_eq!(LeastSquares::fit(&[vec![]], &[], true), None);
    assert_eq!(LeastSquares::fit(&[vec![1.0]], &[1.0, 2.0], true), None);
    // Two points and a line: it goes through both, and nothing is left to say how sure it is.
    let exact = fitted(&[[1.0, 1.0], [3.0, 2.0]]);
    assert_eq!((exact.degrees, exact.residual), (0, 0.0));
    assert_eq!(exact.errors(), [None, None]);
    // More columns than rows: the last is dropped.
    let wide = fitted(&[[1.0, 1.0, 5.0], [3.0, 2.0, 1.0]]);
    assert_eq!(wide.is_dropped, [false, false, true]);
}
